import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectElementTagNames } from '@stripe/connect-js/pure.js';
import { connectDocs } from '../../../../packages/elements/src/elements/connect/docs.ts';
import { eventsOf } from '../../../../packages/elements/src/elements/connect/listeners.ts';
import {
  attributeOf,
  connectTable,
  elementOf,
  eventOf,
  propertyOf,
} from '../../../../packages/elements/src/elements/connect/table.ts';
import { differences, stale } from '../../../../scripts/connect-table.mjs';

test('the table has every component and setter that connect-js has, and no other', () => {
  assert.deepEqual(differences(), []);
  assert.equal(Object.keys(connectTable).length, connectElementTagNames.length);
});

test('what is written from the table is what it would write now', () => {
  assert.deepEqual(stale(), []);
});

test('every callback has its event, under its own name', () => {
  for (const { setters } of Object.values(connectTable))
    for (const [setter, kind] of Object.entries(setters)) {
      if (kind !== 'event') continue;
      const Event = eventsOf[setter as keyof typeof eventsOf];
      assert.equal(Reflect.construct(Event, [{}]).type, eventOf(setter));
    }
});

test('closing does not bubble, the other facts do', () => {
  for (const [setter, Event] of Object.entries(eventsOf)) {
    const { bubbles } = Reflect.construct(Event, [{}]);
    assert.equal(bubbles, setter !== 'setOnClose', setter);
  }
});

test('names follow from connect-js’s', () => {
  assert.equal(propertyOf('setDefaultFilters'), 'defaultFilters');
  assert.equal(attributeOf('fullTermsOfServiceUrl'), 'full-terms-of-service-url');
  assert.equal(eventOf('setOnStepChange'), 'express-step-change');
  assert.equal(elementOf('payouts-list'), 'express-payouts-list');
});

test('every setter is told of in the reference', () => {
  for (const [name, { setters }] of Object.entries(connectTable)) {
    const docs: { readonly setters: Readonly<Record<string, string>> } =
      connectDocs[name as keyof typeof connectDocs];
    assert.deepEqual(Object.keys(docs.setters).toSorted(), Object.keys(setters).toSorted(), name);
  }
});
