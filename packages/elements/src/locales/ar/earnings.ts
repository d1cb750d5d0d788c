import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('ar');

const timeBefore = {
  '7d': 'مقارنةً بالأيام السبعة السابقة',
  '4w': 'مقارنةً بالأسابيع الأربعة السابقة',
  '3m': 'مقارنةً بالأشهر الثلاثة السابقة',
  '12m': 'مقارنةً بالأشهر الاثني عشر السابقة',
  mtd: 'مقارنةً بالأيام نفسها من الشهر الماضي',
  qtd: 'مقارنةً بالأيام نفسها من الربع الماضي',
  ytd: 'مقارنةً بالأيام نفسها من العام الماضي',
  all: '',
  custom: 'مقارنةً بالعدد نفسه من الأيام قبلها',
};

export const earnings: Messages['earnings'] = {
  title: 'صافي حجم المبيعات',
  titleIn: (currency) => `صافي حجم المبيعات · ${currency}`,
  range: {
    label: 'الفترة',
    '7d': '7 أيام',
    '4w': '4 أسابيع',
    '3m': '3 أشهر',
    '12m': '12 شهرًا',
    other: 'فترة أخرى',
    more: 'المزيد',
  },
  rangeName: {
    '7d': 'آخر 7 أيام',
    '4w': 'آخر 4 أسابيع',
    '3m': 'آخر 3 أشهر',
    '12m': 'آخر 12 شهرًا',
    mtd: 'هذا الشهر',
    qtd: 'هذا الربع',
    ytd: 'هذا العام',
    all: 'كل الفترات',
    custom: 'تواريخ مخصصة',
  },
  custom: { label: 'تواريخ مخصصة', first: 'تاريخ البداية', last: 'تاريخ النهاية' },
  compareLabel: 'المقارنة مع',
  than: {
    previous: (range) => timeBefore[range],
    year: (_range) => 'مقارنةً بالأيام نفسها قبل عام',
  },
  noCompare: 'لا تتوفر بيانات لتلك الفترة',
  rose: (share, { than, days, amount }) => `ارتفاع بنسبة ${share} ${than}: ${amount}، ${days}`,
  fell: (share, { than, days, amount }) => `انخفاض بنسبة ${share} ${than}: ${amount}، ${days}`,
  same: ({ than, days, amount }) => `دون تغيير ${than}: ${amount}، ${days}`,
  interval: { label: 'الفاصل الزمني', hour: 'ساعة', day: 'يوم', week: 'أسبوع', month: 'شهر' },
  view: { chart: 'عرض الرسم البياني', table: 'عرض الجدول' },
  currency: 'العملة',
  gross: 'الإجمالي',
  refunds: 'المبالغ المستردة',
  disputes: 'النزاعات',
  fees: 'الرسوم',
  net: 'الصافي',
  count: 'المدفوعات',
  period: 'الفترة',
  total: 'المجموع',
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
  chartLabel: (range, total) =>
    `صافي حجم المبيعات، ${range}: ${total}. استخدم مفاتيح الأسهم لقراءة النقاط.`,
  tableLabel: (range) => `صافي حجم المبيعات، ${range}`,
  coversSince: (date) => `الأرقام منذ ${date}`,
  empty: 'لا توجد أرباح في هذه الفترة',
  emptyHint: 'ستظهر المدفوعات هنا فور وصولها.',
  failed: 'تعذّر تحميل أرباحك',
  chartFailed: 'تعذّر رسم المخطط. يعرض الجدول الأرقام نفسها.',
};
