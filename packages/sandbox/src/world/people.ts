import type { Person } from './records.ts';
import { mix } from './random.ts';

/** Invented customers. The mail hosts are the ones set aside for examples; nobody is written to. */

const first = {
  US: [
    'Ada',
    'Kofi',
    'Grace',
    'Luis',
    'Hannah',
    'Priya',
    'Noah',
    'Mei',
    'Omar',
    'Ruth',
    'Jonah',
    'Ines',
    'Caleb',
    'Amara',
    'Theo',
    'Zoë',
  ],
  JP: [
    '陽菜',
    '蓮',
    '葵',
    '湊',
    '結衣',
    '大翔',
    '美咲',
    '健太',
    'Yuki',
    'Haruka',
    'Sora',
    'Naomi',
    'Kenji',
    'Emi',
    '直樹',
    'さくら',
  ],
  DE: [
    'Jürgen',
    'Anneliese',
    'Søren',
    'Lukas',
    'Mia',
    'Emre',
    'Zofia',
    'Björn',
    'Chloé',
    'Matteo',
    'Käthe',
    'Ayşe',
    'Jan',
    'Lena',
    'Håkon',
    'Éloïse',
  ],
} as const;

const last = {
  US: [
    'Mensah',
    'Rosen',
    'O’Brien',
    'Nguyen',
    'Carter',
    'Álvarez',
    'Patel',
    'Okafor',
    'Lindqvist',
    'Washington',
    'de la Cruz',
    'Kim',
    'Fischer',
    'Haddad',
    'Brooks',
    'St. James',
  ],
  JP: [
    '佐藤',
    '鈴木',
    '高橋',
    '田中',
    '渡辺',
    '伊藤',
    '山本',
    '中村',
    'Kobayashi',
    'Tanaka',
    'Mori',
    'Abe',
    'Ishikawa',
    'Ōno',
    '清水',
    '東',
  ],
  DE: [
    'MÜLLER',
    'Schröder',
    'Groß',
    'Weiß',
    'Yılmaz',
    'Kowalski',
    'Østergaard',
    'Becker',
    'Jäger',
    'Lefèvre',
    'Mensah',
    'von Brandt',
    'Nováková',
    'Rossi',
    'Hoffmann',
    'Öztürk',
  ],
} as const;

const firms = {
  US: ['Mensah & Daughters', 'Third Street Diner', 'Bluebird Ceramics LLC', 'The Corner Pantry'],
  JP: ['東京商店', '青山デザイン株式会社', '株式会社みなと', 'カフェこもれび'],
  DE: ['MÜLLER & Söhne GmbH', 'Straßencafé Größe', 'Atelier Weiß', 'Kontor Øresund'],
} as const;

export type Region = keyof typeof first;

const at = <T>(list: readonly [T, ...T[]], n: number): T => list[n % list.length] ?? list[0];

const hosts = ['example.com', 'example.net', 'example.org'] as const;

/** Letters without their marks; what has no Latin letter left becomes a plain word. */
function slug(text: string): string {
  const plain = text
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'o')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
  return plain === '' ? 'kokyaku' : plain;
}

/** Customer `n` of an account: always the same person. One in forty is a firm. */
export function personOf(region: Region, seed: number, n: number): Person {
  const h = mix(seed, n);
  const firm = h % 40 === 0;
  const given = at(first[region], h >>> 8);
  const family = at(last[region], h >>> 14);
  const japanese = region === 'JP' && /\p{Script=Han}/u.test(family + given);
  const name = firm
    ? at(firms[region], h >>> 10)
    : japanese
      ? `${family} ${given}`
      : `${given} ${family}`;
  const host = at(hosts, h >>> 20);
  return { name, email: `${slug(name)}.${n + 1}@${host}` };
}
