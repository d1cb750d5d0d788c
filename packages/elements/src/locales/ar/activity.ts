import type { Messages } from '../en.ts';
import type { ItemWords } from '../en/activity.ts';
import { plural } from '../plural.ts';

const n = plural('ar');

type Say = (words: ItemWords) => string;

const arrives: Say = ({ date, bank }) => (date ? `الوصول: ${date}` : bank);
const about: Say = (words) => words.about;
const bank: Say = (words) => words.bank;
const nothing: Say = () => '';

export const activity: Messages['activity'] = {
  title: 'النشاط',
  bell: (unread, shown) =>
    unread === 0
      ? 'النشاط'
      : n(unread, {
          one: 'النشاط، عنصر واحد غير مقروء',
          two: 'النشاط، عنصران غير مقروءين',
          few: `النشاط، ${shown} عناصر غير مقروءة`,
          many: `النشاط، ${shown} عنصرًا غير مقروء`,
          other: `النشاط، ${shown} عنصر غير مقروء`,
        }),
  unread: (count, shown) =>
    n(count, {
      one: 'عنصر واحد غير مقروء',
      two: 'عنصران غير مقروءين',
      few: `${shown} عناصر غير مقروءة`,
      many: `${shown} عنصرًا غير مقروء`,
      other: `${shown} عنصر غير مقروء`,
    }),
  isUnread: 'غير مقروء',
  markAllRead: 'تحديد الكل كمقروء',
  markRead: 'تحديد كمقروء',
  needsYou: 'بانتظارك',
  today: 'اليوم',
  yesterday: 'أمس',
  kinds: {
    label: 'عرض',
    all: 'الكل',
    payments: 'المدفوعات',
    payouts: 'التحويلات البنكية',
    refunds: 'المبالغ المستردة',
    disputes: 'النزاعات',
    account: 'الحساب',
  },
  titles: {
    payout_upcoming: ({ amount }) => `تحويل بنكي قادم بمبلغ ${amount}`,
    payout_sent: ({ amount }) => `تحويل بنكي بمبلغ ${amount} في الطريق`,
    payout_paid: ({ amount }) => `وصل تحويل بنكي بمبلغ ${amount}`,
    payout_failed: ({ amount }) => `فشل تحويل بنكي بمبلغ ${amount}`,
    payout_canceled: ({ amount }) => `أُلغي تحويل بنكي بمبلغ ${amount}`,
    refund_created: ({ amount }) => `تم رد مبلغ ${amount}`,
    refund_failed: ({ amount }) => `فشل رد مبلغ ${amount}`,
    dispute_opened: ({ amount }) => `نزاع جديد بمبلغ ${amount}`,
    dispute_funds_withdrawn: ({ amount }) => `تم سحب ${amount} بسبب نزاع`,
    dispute_funds_reinstated: ({ amount }) => `أُعيد ${amount} من نزاع`,
    dispute_evidence_due: ({ amount }) => `نزاع بمبلغ ${amount} بانتظار ردك`,
    dispute_won: ({ amount }) => `كُسب نزاع بمبلغ ${amount}`,
    dispute_lost: ({ amount }) => `خُسر نزاع بمبلغ ${amount}`,
    dispute_closed: ({ amount }) => `أُغلق نزاع بمبلغ ${amount}`,
    payment_first: ({ amount }) => `أول دفعة لك: ${amount}`,
    payment_received: ({ amount }) => `دفعة بمبلغ ${amount}`,
    requirements_due: () => 'تحتاج Stripe إلى مزيد من المعلومات',
    payouts_paused: () => 'توقفت التحويلات البنكية مؤقتًا',
    payouts_resumed: () => 'استُؤنفت التحويلات البنكية',
    capability_changed: () => 'تغيّر ما يمكنك قبوله',
    bank_account_added: () => 'أُضيف حساب بنكي',
    bank_account_changed: () => 'تغيّر الحساب البنكي',
    bank_account_removed: () => 'أُزيل حساب بنكي',
    payout_schedule_changed: () => 'تغيّر جدول التحويلات البنكية',
    account_updated: () => 'حُدّثت بيانات الحساب',
    balance_negative: ({ amount }) => `انخفض الرصيد تحت الصفر: ${amount}`,
    balance_topped_up: ({ amount }) => `أُضيف ${amount} إلى رصيدك`,
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
    dispute_evidence_due: ({ date }) => (date ? `آخر موعد لتقديم الأدلة: ${date}` : ''),
    dispute_won: about,
    dispute_lost: about,
    dispute_closed: about,
    payment_first: about,
    payment_received: about,
    requirements_due: ({ date }) => (date ? `الموعد النهائي: ${date}` : ''),
    payouts_paused: ({ reason }) => reason,
    payouts_resumed: nothing,
    capability_changed: nothing,
    bank_account_added: bank,
    bank_account_changed: ({ bank: to }) => (to ? `الآن ${to}` : ''),
    bank_account_removed: bank,
    payout_schedule_changed: nothing,
    account_updated: nothing,
    balance_negative: () => 'ستُخصَّص المدفوعات التالية لتغطيته أولاً.',
    balance_topped_up: nothing,
  },
  payments: (count, shown, sums) =>
    n(count, {
      one: `دفعة واحدة: ${sums}`,
      two: `دفعتان: ${sums}`,
      few: `${shown} دفعات: ${sums}`,
      other: `${shown} دفعة: ${sums}`,
    }),
  others: (count, shown) =>
    n(count, {
      one: 'شخص آخر',
      two: 'شخصان آخران',
      few: `${shown} آخرون`,
      many: `${shown} آخرًا`,
      other: `${shown} آخر`,
    }),
  needTitles: {
    dispute_evidence_due: ({ amount }) => `نزاع بمبلغ ${amount}`,
    requirements_due: () => 'تحتاج Stripe إلى مزيد من المعلومات',
    payout_failed: ({ amount }) => `فشل تحويل بنكي بمبلغ ${amount}`,
    bank_account_errored: ({ bank: to }) => (to ? `استبدل ${to}` : 'استبدل حسابك البنكي'),
  },
  needActions: {
    dispute_evidence_due: 'الرد',
    requirements_due: 'إضافة البيانات',
    payout_failed: 'التفاصيل',
    bank_account_errored: 'استبدال',
  },
  evidenceDue: (days, shown) =>
    days < 0
      ? 'انتهى موعد تقديم الأدلة'
      : days === 0
        ? 'آخر موعد لتقديم الأدلة اليوم'
        : n(days, {
            one: 'آخر موعد لتقديم الأدلة غدًا',
            two: 'يتبقى يومان لتقديم الأدلة',
            few: `يتبقى ${shown} أيام لتقديم الأدلة`,
            many: `يتبقى ${shown} يومًا لتقديم الأدلة`,
            other: `يتبقى ${shown} يوم لتقديم الأدلة`,
          }),
  due: (days, shown) =>
    days < 0
      ? 'انتهى الموعد'
      : days === 0
        ? 'الموعد النهائي اليوم'
        : n(days, {
            one: 'الموعد النهائي غدًا',
            two: 'يتبقى يومان',
            few: `يتبقى ${shown} أيام`,
            many: `يتبقى ${shown} يومًا`,
            other: `يتبقى ${shown} يوم`,
          }),
  more: 'عرض نشاط أقدم',
  seeAll: 'عرض كل النشاط',
  arrived: (count, shown) =>
    n(count, {
      one: 'نشاط جديد واحد',
      two: 'نشاطان جديدان',
      few: `${shown} أنشطة جديدة`,
      many: `${shown} نشاطًا جديدًا`,
      other: `${shown} نشاط جديد`,
    }),
  history: (days) => `نشاط آخر ${days} يومًا`,
  empty: 'لا يوجد شيء بعد',
  emptyHint: 'ستظهر هنا التحويلات البنكية والمبالغ المستردة والنزاعات وتغييرات حسابك.',
  emptyKind: 'لا يوجد شيء من هذا النوع',
  failed: 'تعذّر تحميل نشاطك',
  payoutFailures: {
    account_closed: 'الحساب البنكي مغلق. أضف حسابًا آخر.',
    account_frozen: 'الحساب البنكي مجمّد. تواصل مع البنك.',
    no_account: 'لم يُعثر على الحساب البنكي. تحقق من رقمه.',
    invalid_account_number: 'رقم الحساب غير صالح. تحقق منه.',
    incorrect_account_holder_name: 'اسم صاحب الحساب غير صحيح. تحقق منه.',
    debit_not_authorized: 'لا يسمح البنك بذلك. تواصل مع البنك.',
    insufficient_funds: 'لم تكن الأموال كافية.',
    declined: 'رفض البنك التحويل. تواصل مع البنك.',
    could_not_process: 'تعذّر على البنك معالجة التحويل.',
    other: 'أعاد البنك التحويل.',
  },
};
