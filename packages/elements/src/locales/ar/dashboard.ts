import type { Messages } from '../en.ts';

export const dashboard: Messages['dashboard'] = {
  label: 'لوحة التحكم',
  skip: 'الانتقال إلى القسم',
  sections: {
    overview: 'نظرة عامة',
    transactions: 'المعاملات',
    payments: 'المدفوعات',
    payouts: 'التحويلات البنكية',
    reports: 'التقارير',
    activity: 'النشاط',
    account: 'الحساب',
  },
  failed: 'تعذّر تحميل لوحة التحكم',
};
