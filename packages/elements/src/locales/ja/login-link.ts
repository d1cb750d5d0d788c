import type { Messages } from '../en.ts';

export const loginLink: Messages['loginLink'] = {
  open: 'Stripe ダッシュボードを開く',
  opensTab: '1 回限り有効なリンクにより新しいタブで開きます',
  opening: '開いています…',
  failed: 'Stripe ダッシュボードを開けませんでした',
  blocked: 'ブラウザーが新しいタブをブロックしました。リンクは 1 回限り有効です。',
  openLink: 'ここで開く',
  selfServe: 'Stripe にログイン',
  webview:
    'Stripe ダッシュボードはアプリ内では開けません。このページをブラウザーで開いてください。',
};
