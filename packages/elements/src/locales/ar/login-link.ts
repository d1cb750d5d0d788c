import type { Messages } from '../en.ts';

export const loginLink: Messages['loginLink'] = {
  open: 'فتح لوحة تحكم Stripe',
  opensTab: 'تُفتح في علامة تبويب جديدة عبر رابط يعمل مرة واحدة',
  opening: 'جارٍ الفتح…',
  failed: 'تعذّر فتح لوحة تحكم Stripe',
  blocked: 'حظر المتصفح علامة التبويب الجديدة. يعمل الرابط مرة واحدة.',
  openLink: 'افتحها هنا',
  selfServe: 'تسجيل الدخول في Stripe',
  webview: 'لا تُفتح لوحة تحكم Stripe داخل تطبيق. افتح هذه الصفحة في متصفحك.',
};
