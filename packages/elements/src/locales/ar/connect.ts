import type { Messages } from '../en.ts';

export const connect: Messages['connect'] = {
  failed: 'تعذّر تحميل هذا الجزء',
  webview: {
    title: 'افتح هذه الصفحة في متصفحك',
    text: 'لا تسمح Stripe بعرض هذا الجزء داخل تطبيق.',
    copy: 'نسخ الرابط',
  },
};
