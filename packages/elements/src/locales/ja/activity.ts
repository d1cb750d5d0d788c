import type { Messages } from '../en.ts';
import type { ItemWords } from '../en/activity.ts';

type Say = (words: ItemWords) => string;

const arrives: Say = ({ date, bank }) => (date ? `${date}に入金予定` : bank);
const about: Say = (words) => words.about;
const bank: Say = (words) => words.bank;
const nothing: Say = () => '';

export const activity: Messages['activity'] = {
  title: 'アクティビティ',
  bell: (unread, shown) => (unread === 0 ? 'アクティビティ' : `アクティビティ、未読 ${shown} 件`),
  unread: (_count, shown) => `未読 ${shown} 件`,
  isUnread: '未読',
  markAllRead: 'すべて既読にする',
  markRead: '既読にする',
  needsYou: '対応が必要',
  today: '今日',
  yesterday: '昨日',
  kinds: {
    label: '表示',
    all: 'すべて',
    payments: '支払い',
    payouts: '入金',
    refunds: '返金',
    disputes: '不審請求',
    account: 'アカウント',
  },
  titles: {
    payout_upcoming: ({ amount }) => `${amount} の入金を予定しています`,
    payout_sent: ({ amount }) => `${amount} の入金を処理中です`,
    payout_paid: ({ amount }) => `${amount} が入金されました`,
    payout_failed: ({ amount }) => `${amount} の入金に失敗しました`,
    payout_canceled: ({ amount }) => `${amount} の入金がキャンセルされました`,
    refund_created: ({ amount }) => `${amount} を返金しました`,
    refund_failed: ({ amount }) => `${amount} の返金に失敗しました`,
    dispute_opened: ({ amount }) => `${amount} の不審請求の申し立てがありました`,
    dispute_funds_withdrawn: ({ amount }) => `不審請求により ${amount} が引き落とされました`,
    dispute_funds_reinstated: ({ amount }) => `不審請求の ${amount} が戻されました`,
    dispute_evidence_due: ({ amount }) => `${amount} の不審請求に回答が必要です`,
    dispute_won: ({ amount }) => `${amount} の不審請求に勝訴しました`,
    dispute_lost: ({ amount }) => `${amount} の不審請求に敗訴しました`,
    dispute_closed: ({ amount }) => `${amount} の不審請求が終了しました`,
    payment_first: ({ amount }) => `最初の支払い: ${amount}`,
    payment_received: ({ amount }) => `${amount} の支払い`,
    requirements_due: () => 'Stripe が追加の情報を必要としています',
    payouts_paused: () => '入金が一時停止されました',
    payouts_resumed: () => '入金が再開されました',
    capability_changed: () => '受け付けられる決済が変わりました',
    bank_account_added: () => '銀行口座が追加されました',
    bank_account_changed: () => '銀行口座が変更されました',
    bank_account_removed: () => '銀行口座が削除されました',
    payout_schedule_changed: () => '入金スケジュールが変更されました',
    account_updated: () => 'アカウント情報が更新されました',
    balance_negative: ({ amount }) => `残高がマイナスになりました: ${amount}`,
    balance_topped_up: ({ amount }) => `残高に ${amount} が追加されました`,
  },
  details: {
    payout_upcoming: arrives,
    payout_sent: arrives,
    payout_paid: bank,
    payout_failed: ({ reason, bank: to }) => reason || to,
    payout_canceled: bank,
    refund_created: about,
    refund_failed: about,
    dispute_opened: about,
    dispute_funds_withdrawn: about,
    dispute_funds_reinstated: about,
    dispute_evidence_due: ({ date }) => (date ? `反証資料の期限: ${date}` : ''),
    dispute_won: about,
    dispute_lost: about,
    dispute_closed: about,
    payment_first: about,
    payment_received: about,
    requirements_due: ({ date }) => (date ? `期限: ${date}` : ''),
    payouts_paused: ({ reason }) => reason,
    payouts_resumed: nothing,
    capability_changed: nothing,
    bank_account_added: bank,
    bank_account_changed: ({ bank: to }) => (to ? `変更後: ${to}` : ''),
    bank_account_removed: bank,
    payout_schedule_changed: nothing,
    account_updated: nothing,
    balance_negative: () => '今後の支払いはまず不足分に充当されます。',
    balance_topped_up: nothing,
  },
  payments: (_count, shown, sums) => `${shown} 件の支払い: ${sums}`,
  others: (_count, shown) => `ほか ${shown} 名`,
  needTitles: {
    dispute_evidence_due: ({ amount }) => `${amount} の不審請求`,
    requirements_due: () => 'Stripe が追加の情報を必要としています',
    payout_failed: ({ amount }) => `${amount} の入金に失敗しました`,
    bank_account_errored: ({ bank: to }) =>
      to ? `${to} を変更してください` : '銀行口座を変更してください',
  },
  needActions: {
    dispute_evidence_due: '回答する',
    requirements_due: '情報を追加',
    payout_failed: '詳細',
    bank_account_errored: '変更する',
  },
  evidenceDue: (days, shown) =>
    days < 0
      ? '反証資料の期限を過ぎています'
      : days === 0
        ? '反証資料の期限は今日です'
        : days === 1
          ? '反証資料の期限は明日です'
          : `反証資料の期限まであと ${shown} 日`,
  due: (days, shown) =>
    days < 0
      ? '期限を過ぎています'
      : days === 0
        ? '期限は今日です'
        : days === 1
          ? '期限は明日です'
          : `期限まであと ${shown} 日`,
  more: '以前のアクティビティを表示',
  seeAll: 'すべてのアクティビティを表示',
  arrived: (_count, shown) => `新しいアクティビティ ${shown} 件`,
  history: (days) => `過去 ${days} 日間のアクティビティ`,
  empty: 'まだ何もありません',
  emptyHint: '入金、返金、不審請求、アカウントの変更がここに表示されます。',
  emptyKind: 'この種類のものはありません',
  failed: 'アクティビティを読み込めませんでした',
  payoutFailures: {
    account_closed: '銀行口座が解約されています。別の口座を追加してください。',
    account_frozen: '銀行口座が凍結されています。銀行にお問い合わせください。',
    no_account: '銀行口座が見つかりませんでした。口座番号をご確認ください。',
    invalid_account_number: '口座番号が正しくありません。ご確認ください。',
    incorrect_account_holder_name: '口座名義が正しくありません。ご確認ください。',
    debit_not_authorized: '銀行により許可されていません。銀行にお問い合わせください。',
    insufficient_funds: '資金が不足していました。',
    declined: '銀行により拒否されました。銀行にお問い合わせください。',
    could_not_process: '銀行で処理できませんでした。',
    other: '銀行から差し戻されました。',
  },
};
