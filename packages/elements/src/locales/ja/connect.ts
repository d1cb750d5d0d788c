import type { Messages } from '../en.ts';

export const connect: Messages['connect'] = {
  failed: 'この部分を読み込めませんでした',
  webview: {
    title: 'このページをブラウザーで開いてください',
    text: 'Stripe では、この部分をアプリ内で表示できません。',
    copy: 'リンクをコピー',
  },
};
