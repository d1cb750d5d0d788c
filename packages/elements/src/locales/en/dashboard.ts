/** express-dashboard */
export const dashboard = {
  label: 'Dashboard',
  skip: 'Skip to the section',
  sections: {
    overview: 'Overview',
    transactions: 'Transactions',
    payments: 'Payments',
    payouts: 'Payouts',
    reports: 'Reports',
    activity: 'Activity',
    account: 'Account',
  },
  failed: "We couldn't load your dashboard",
};
