import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('ar');

export const common: Messages['common'] = {
  retry: 'إعادة المحاولة',
  close: 'إغلاق',
  apply: 'تطبيق',
  reset: 'إعادة ضبط',
  clear: 'مسح',
  clearAll: 'مسح الكل',
  copy: 'نسخ',
  copied: 'تم النسخ',
  seeAll: 'عرض الكل',
  loading: 'جارٍ التحميل…',
  whatIs: (label) => `ما معنى «${label}»؟`,
  from: 'من',
  to: 'إلى',
  today: 'اليوم',
  justNow: 'الآن',
  zoneTime: (city) => `بتوقيت ${city}`,
  inZone: (city) => `حسب المنطقة الزمنية للحساب، ${city}`,
  since: (date) => `منذ ${date}`,
  requestId: (id) => `الطلب \u2066${id}\u2069`,
  selected: (count, shown) =>
    n(count, {
      one: 'تم تحديد عنصر واحد',
      two: 'تم تحديد عنصرين',
      few: `تم تحديد ${shown} عناصر`,
      many: `تم تحديد ${shown} عنصرًا`,
      other: `تم تحديد ${shown} عنصر`,
    }),
};

export const errors: Messages['errors'] = {
  offline: 'انقطع الاتصال. أموالك لم تتأثر.',
  timeout: 'استغرق الأمر وقتًا طويلاً. أموالك لم تتأثر.',
  rate_limited: 'هناك طلبات كثيرة جدًا. يُرجى الانتظار قليلاً.',
  signed_out: 'انتهت جلستك. يُرجى تسجيل الدخول مجددًا.',
  not_allowed: 'ليس لديك إذن بالوصول إلى هذا المحتوى.',
  account_changed: 'سجّلت الدخول إلى حساب آخر. يُرجى إعادة تحميل الصفحة.',
  not_found: 'لم يعد موجودًا.',
  unavailable: 'الخدمة غير متاحة حاليًا. أموالك لم تتأثر.',
  blocked: 'تعذّر تحميل جزء Stripe. قد يكون السبب الاتصال أو أداة لحظر الإعلانات.',
  unknown: 'حدث خطأ ما. أموالك لم تتأثر.',
};
