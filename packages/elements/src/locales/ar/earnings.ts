import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('ar');

const spans = {
  '7d': 'بالأيام السبعة السابقة',
  '4w': 'بالأسابيع الأربعة السابقة',
  '3m': 'بالأشهر الثلاثة السابقة',
  '12m': 'بالأشهر الاثني عشر السابقة',
};

export const earnings: Messages['earnings'] = {
  title: 'صافي حجم المبيعات',
  titleIn: (currency) => `صافي حجم المبيعات · ${currency}`,
  range: { label: 'الفترة', '7d': '7 أيام', '4w': '4 أسابيع', '3m': '3 أشهر', '12m': '12 شهرًا' },
  rangeName: {
    '7d': 'آخر 7 أيام',
    '4w': 'آخر 4 أسابيع',
    '3m': 'آخر 3 أشهر',
    '12m': 'آخر 12 شهرًا',
  },
  rose: (share, range) => `ارتفاع بنسبة ${share} مقارنةً ${spans[range]}`,
  fell: (share, range) => `انخفاض بنسبة ${share} مقارنةً ${spans[range]}`,
  same: (range) => `دون تغيير مقارنةً ${spans[range]}`,
  interval: { label: 'الفاصل الزمني', hour: 'ساعة', day: 'يوم', week: 'أسبوع', month: 'شهر' },
  view: { label: 'العرض', chart: 'رسم بياني', table: 'جدول' },
  currency: 'العملة',
  gross: 'الإجمالي',
  refunds: 'المبالغ المستردة',
  disputes: 'النزاعات',
  fees: 'الرسوم',
  net: 'الصافي',
  count: 'المدفوعات',
  period: 'الفترة',
  total: 'المجموع',
  zone: 'المنطقة الزمنية',
  previous: 'السابق',
  payments: (count, shown) =>
    n(count, {
      one: 'معاملة واحدة',
      two: 'معاملتان',
      few: `${shown} معاملات`,
      other: `${shown} معاملة`,
    }),
  point: (net, count) => `الصافي ${net} · ${count}`,
  pointParts: (gross, fees) => `الإجمالي ${gross} · الرسوم ${fees}`,
  pointBefore: (net) => `السابق: ${net}`,
  spoken: (day, net, count) => `${day}: الصافي ${net}، ${count}`,
  spokenBefore: (day, net, count, before) =>
    `${day}: الصافي ${net}، ${count}؛ الفترة السابقة ${before}`,
  unfinished: (day) => `${day}، حتى الآن`,
  notCovered: (day) => `${day}: غير معروف`,
  weekOf: (day) => `أسبوع ${day}`,
  chartLabel: (range, total) =>
    `صافي حجم المبيعات، ${range}: ${total}. استخدم مفاتيح الأسهم لقراءة النقاط.`,
  tableLabel: (range) => `صافي حجم المبيعات، ${range}`,
  coversSince: (date) => `الأرقام منذ ${date}`,
  empty: 'لا توجد أرباح في هذه الفترة',
  emptyHint: 'ستظهر المدفوعات هنا فور وصولها.',
  failed: 'تعذّر تحميل أرباحك',
  chartFailed: 'تعذّر رسم المخطط. يعرض الجدول الأرقام نفسها.',
};
