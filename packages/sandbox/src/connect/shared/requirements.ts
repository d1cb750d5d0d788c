import { titled } from './text.ts';
import type { Text, Word } from './text.ts';

/** The end of a requirement's key says what is wanted; its start says of whom. */
const words: readonly (readonly [end: string, word: Word, kind: 'file' | 'text' | 'date'])[] = [
  ['verification.additional_document', 'needAddressDocument', 'file'],
  ['company.verification.document', 'needCompanyDocument', 'file'],
  ['verification.document', 'needIdentityDocument', 'file'],
  ['proof_of_liveness', 'needIdentityDocument', 'file'],
  ['dob.day', 'needBirthday', 'date'],
  ['dob', 'needBirthday', 'date'],
  ['id_number', 'needIdNumber', 'text'],
  ['ssn_last_4', 'needIdNumber', 'text'],
  ['tax_id', 'needTaxId', 'text'],
  ['phone', 'needPhone', 'text'],
  ['email', 'needEmail', 'text'],
  ['address.line1', 'needAddress', 'text'],
  ['address', 'needAddress', 'text'],
  ['url', 'needUrl', 'text'],
  ['external_account', 'needBank', 'text'],
];

export interface Need {
  readonly key: string;
  readonly label: string;
  readonly kind: 'file' | 'text' | 'date';
}

const spoken = (key: string): string => titled(key.split('.').at(-1) ?? key);

/** A requirement in plain words, with the field that answers it. */
export const needOf = (key: string, text: Text): Need => {
  const known = words.find(([end]) => key === end || key.endsWith(`.${end}`));
  return { key, label: known ? text.say(known[1]) : spoken(key), kind: known?.[2] ?? 'text' };
};
