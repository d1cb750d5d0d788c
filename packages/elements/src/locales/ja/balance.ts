import type { Messages } from '../en.ts';

export const balance: Messages['balance'] = {
  label: '残高',
  total: '残高合計',
  available: (amount) => `${amount} を今すぐ利用可能`,
  onTheWay: '銀行へ入金処理中',
  payouts: (count, shown, when) =>
    when ? `${shown} 件の入金、${count > 1 ? '次は' : ''}${when}` : `${shown} 件の入金`,
  nothingOnTheWay: '処理中の入金はありません',
  soon: 'まもなく利用可能',
  by: (date) => `${date}まで`,
  on: (date) => `${date}`,
  nothingSoon: '保留中の金額はありません',
  nextPayout: '次回の入金',
  nextExpected: '次回の入金 (予定)',
  ofAmount: (amount, to) => (to ? `${amount}、${to} へ` : amount),
  account: (name, last4) => `${name} ••••\u00a0${last4}`,
  bankAccount: '銀行口座',
  card: 'カード',
  manualPayouts: '手動で入金',
  noPayout: '予定なし',
  paused: '一時停止中',
  pausedTitle: '入金は一時停止中です',
  pausedWhy: {
    requirements: () => '入金を再開するには、Stripe に追加の情報を提供する必要があります。',
    verification: () => '送信された情報を Stripe が確認しています。今は何もする必要はありません。',
    review: () => 'Stripe がアカウントを審査しています。必要なことがあれば連絡があります。',
    rejected: (platform) =>
      `Stripe はこのアカウントへの入金を終了しました。${platform || 'プラットフォーム'} にお問い合わせください。`,
    platform: (platform) =>
      `${platform || 'プラットフォーム'} が入金を停止しました。必要なことをお問い合わせください。`,
    destination: () =>
      '前回の入金が銀行口座に届きませんでした。口座情報を修正するか、別の口座を追加してください。',
    other: () => '現在、Stripe からの入金は行われません。Stripe が必要とする情報をご確認ください。',
  },
  stillArrives: '処理中の入金は予定どおり届きます。',
  negativeTitle: '残高がマイナスです',
  negativeWhy:
    '返金、不審請求、手数料の合計が売上を上回りました。今後の支払いはまずこの不足分に充当されます。',
  negativeDebit: 'Stripe が銀行口座から引き落とす場合もあります。',
  seeNeeds: 'Stripe が必要とする情報を確認',
  changeBank: '銀行口座を変更',
  addMoney: '残高に追加',
  contact: (platform) => `${platform || 'プラットフォーム'} に問い合わせる`,
  setAside: '返金と不審請求に備えた確保分',
  manage: '入金を管理',
  hide: '入金を隠す',
  failed: '残高を読み込めませんでした',
  stale: '最新の情報ではない可能性があります。',
  empty: '残高はまだありません',
  emptyHint: '最初の支払いを受け取ると、すぐにここに表示されます。',
};
