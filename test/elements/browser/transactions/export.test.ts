import { expect } from 'chai';
import { accessible } from '../../support/axe.ts';
import { openHost, until, type TestHost } from '../../support/host.ts';
import { watchSaving, type Saving } from '../../support/saving.ts';
import { TransactionsHarness } from '../../support/transactions.ts';

describe('exporting from <express-transactions>', () => {
  let host: TestHost;
  let list: TransactionsHarness;
  let saving: Saving;
  /** Lets the next piece of the file come. */
  let send: (end?: 'end' | 'fail') => void;
  let streams = 0;
  let canceled = false;

  beforeEach(async () => {
    host = openHost();
    saving = watchSaving();
    canceled = false;
    host.answer = async (request, real) => {
      const response = await real();
      if (!new URL(request.url).pathname.endsWith('/export')) return response;
      const lines = (await response.text()).split('\r\n').filter(Boolean);
      const encoder = new TextEncoder();
      const body = new ReadableStream({
        start(controller) {
          request.signal.addEventListener('abort', () => {
            canceled = true;
            controller.error(request.signal.reason);
          });
          let at = 0;
          streams += 1;
          send = (end) => {
            if (end === 'fail') return controller.error(new TypeError('Lost.'));
            const piece = lines.slice(at, end ? undefined : at + 11);
            at += 11;
            controller.enqueue(encoder.encode(piece.map((line) => `${line}\r\n`).join('')));
            if (end) controller.close();
          };
        },
      });
      return new Response(body, { headers: response.headers });
    };
    list = await TransactionsHarness.open(host, 'category="payment"');
    await list.ready();
    await until(() => list.text('.totals').includes('transactions'), 'sums');
  });
  afterEach(async () => {
    saving.end();
    await host.close();
  });

  const said = (words: string) =>
    until(() => list.text('[role=status]') === words, `“${words}” said`);
  const begin = async () => {
    const before = streams;
    list.get('[part=export]').focus();
    list.get('[part=export]').click();
    await until(() => list.text('[part=export]') === 'Cancel export', 'the beginning');
    await until(() => streams > before, 'the file');
  };

  it('says how far it is, of how many, and hands over the whole', async () => {
    const total = /^[\d,]+/.exec(list.text('.totals'))![0];
    await begin();
    await said('Exporting, 0');
    expect(list.get('.exporting').innerText).to.contain(`Exporting, 0 of ${total}`);
    send();
    await until(() => list.text('.exporting').includes(`10 of ${total}`), 'the first rows');
    const progress = list.get('progress') as HTMLProgressElement;
    expect(progress.value).to.equal(10);
    expect(progress.max).to.equal(Number(total.replace(',', '')));
    await accessible(list.element);
    send('end');
    const { text } = await saving.next();
    expect(text.trim().split('\r\n').length).to.equal(Number(total.replace(',', '')) + 1);
    await said('The file is ready');
    expect(list.text('[part=export]')).to.equal('Export CSV');
    expect(list.all('progress').length).to.equal(0);
  });

  it('is called off by the same button, which keeps the focus, and can begin again', async () => {
    await begin();
    send();
    await until(() => list.text('.exporting').includes('10 of'), 'the first rows');
    list.get('[part=export]').click();
    await said('The export was canceled');
    expect(canceled).to.equal(true);
    expect(list.all('.wrong').length, 'which is no failure').to.equal(0);
    expect(list.focused).to.equal(list.get('[part=export]'));
    await begin();
    send('end');
    await saving.next();
    await said('The file is ready');
  });

  it('says when it broke off, and hands over nothing', async () => {
    await begin();
    send();
    await until(() => list.text('.exporting').includes('10 of'), 'the first rows');
    send('fail');
    await said('The export did not finish');
    expect(list.text('.head .wrong')).to.equal('The export did not finish');
    await accessible(list.element);
  });

  it('ends with the element', async () => {
    await begin();
    send();
    await until(() => list.text('.exporting').includes('10 of'), 'the first rows');
    list.element.remove();
    await until(() => canceled, 'the end');
  });
});
