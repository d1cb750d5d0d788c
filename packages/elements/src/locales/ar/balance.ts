import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('ar');

export const balance: Messages['balance'] = {
  label: 'الرصيد',
  total: 'إجمالي الرصيد',
  available: (amount) => `${amount} متاح الآن`,
  onTheWay: 'في الطريق إلى البنك',
  payouts: (count, shown, when) => {
    const words = n(count, {
      one: 'تحويل بنكي واحد',
      two: 'تحويلان بنكيان',
      few: `${shown} تحويلات بنكية`,
      many: `${shown} تحويلاً بنكيًا`,
      other: `${shown} تحويل بنكي`,
    });
    if (!when) return words;
    return count === 1 ? `${words}، ${when}` : `${words}، التالي ${when}`;
  },
  nothingOnTheWay: 'لا توجد تحويلات في الطريق',
  soon: 'متاح قريبًا',
  by: (date) => `بحلول ${date}`,
  nothingSoon: 'لا توجد مبالغ معلّقة',
  nextPayout: 'التحويل البنكي التالي',
  nextExpected: 'التحويل البنكي التالي (متوقع)',
  ofAmount: (amount, to) => (to ? `${amount} إلى ${to}` : amount),
  account: (name, last4) => `\u2068${name} ••••\u00a0${last4}\u2069`,
  bankAccount: 'حساب بنكي',
  card: 'بطاقة',
  manualPayouts: 'عند طلبك',
  noPayout: 'لا يوجد تحويل مقرر',
  paused: 'التحويلات البنكية متوقفة مؤقتًا',
  pausedHint: 'لا تحوّل Stripe أي مبالغ حاليًا. اطّلع على ما تحتاجه منك.',
  negativeHint: 'تجاوزت المبالغ المستردة مبيعاتك. ستُخصَّص مدفوعاتك القادمة لتغطية ذلك أولاً.',
  setAside: 'محجوز للمبالغ المستردة والنزاعات',
  manage: 'إدارة التحويلات البنكية',
  hide: 'إخفاء التحويلات البنكية',
  failed: 'تعذّر تحميل رصيدك',
  stale: 'قد لا تكون هذه البيانات محدّثة.',
  empty: 'لا يوجد رصيد بعد',
  emptyHint: 'ستظهر أول دفعة لك هنا فور وصولها.',
};
