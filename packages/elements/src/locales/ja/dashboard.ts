import type { Messages } from '../en.ts';

export const dashboard: Messages['dashboard'] = {
  label: 'ダッシュボード',
  skip: 'セクションへ移動',
  sections: {
    overview: '概要',
    transactions: '取引',
    payments: '支払い',
    payouts: '入金',
    reports: 'レポート',
    activity: 'アクティビティ',
    account: 'アカウント',
  },
  failed: 'ダッシュボードを読み込めませんでした',
};
