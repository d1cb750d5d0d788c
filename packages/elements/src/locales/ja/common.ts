import type { Messages } from '../en.ts';

export const common: Messages['common'] = {
  retry: '再試行',
  close: '閉じる',
  apply: '適用',
  reset: 'リセット',
  clear: 'クリア',
  clearAll: 'すべてクリア',
  copy: 'コピー',
  copied: 'コピーしました',
  seeAll: 'すべて表示',
  loading: '読み込み中…',
  whatIs: (label) => `「${label}」とは？`,
  from: '開始',
  to: '～',
  today: '今日',
  justNow: 'たった今',
  zoneTime: (city) => `${city} 時間`,
  inZone: (city) => `アカウントのタイムゾーン (${city}) による`,
  since: (date) => `${date}以降`,
  requestId: (id) => `リクエスト ${id}`,
  selected: (_count, shown) => `${shown} 件を選択中`,
};

export const errors: Messages['errors'] = {
  offline: '接続が切れました。資金に影響はありません。',
  timeout: '時間がかかりすぎました。資金に影響はありません。',
  rate_limited: 'リクエストが多すぎます。しばらくお待ちください。',
  signed_out: 'セッションが終了しました。もう一度ログインしてください。',
  not_allowed: 'この内容を表示する権限がありません。',
  account_changed: '別のアカウントにログインしています。ページを再読み込みしてください。',
  not_found: 'すでに存在しません。',
  unavailable: 'サービスは現在ご利用いただけません。資金に影響はありません。',
  blocked:
    'Stripe の画面を読み込めませんでした。接続または広告ブロッカーが原因の可能性があります。',
  unknown: '問題が発生しました。資金に影響はありません。',
};
