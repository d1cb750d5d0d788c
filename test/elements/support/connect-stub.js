// A minimal stand-in for Stripe's script, served as a file: for how the script is loaded, not for what it draws.
(() => {
  const counts = (window.stubCounts ??= {
    loads: 0,
    inits: 0,
    secrets: [],
    logouts: 0,
    updates: [],
  });
  counts.loads += 1;
  class Component extends HTMLElement {
    setConnector() {}
    setOnLoaderStartInternalOnly(listener) {
      if (listener) {
        this.textContent = 'Drawn by the stub';
        listener({ elementTagName: this.localName });
      }
    }
    setOnLoadErrorInternalOnly(listener) {
      this.fail = (type) => listener({ error: { type, message: 'So the test said.' } });
    }
  }
  for (const name of ['payouts', 'balances', 'payments'])
    customElements.define(`stripe-connect-${name}`, class extends Component {});
  window.StripeConnect = {
    init(params) {
      counts.inits += 1;
      params.metaOptions.eagerClientSecretPromise.then((secret) => counts.secrets.push(secret));
      return {
        connect: params,
        update: (change) => counts.updates.push(change),
        logout: async () => void (counts.logouts += 1),
      };
    },
  };
})();
