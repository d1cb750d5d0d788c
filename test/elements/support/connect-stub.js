// A minimal stand-in for Stripe's script, served as a file: for how the script is loaded, not for what it draws.
(() => {
  /** @typedef {(said: object) => void} Listener */
  const counts = {
    loads: 1 + (window.stubCounts?.loads ?? 0),
    inits: 0,
    secrets: /** @type {string[]} */ ([]),
    logouts: 0,
    updates: /** @type {object[]} */ ([]),
  };
  Reflect.set(window, 'stubCounts', counts);

  class Component extends HTMLElement {
    setConnector() {}

    /** @param {Listener | undefined} listener */
    setOnLoaderStartInternalOnly(listener) {
      this.textContent = 'Drawn by the stub';
      listener?.({ elementTagName: this.localName });
    }

    /** @param {Listener} listener */
    setOnLoadErrorInternalOnly(listener) {
      /** @param {string} type */
      this.fail = (type) => listener({ error: { type, message: 'So the test said.' } });
    }
  }
  for (const name of ['payouts', 'balances', 'payments'])
    customElements.define(`stripe-connect-${name}`, class extends Component {});

  Reflect.set(window, 'StripeConnect', {
    /** @param {{ metaOptions: { eagerClientSecretPromise: Promise<string> } }} params */
    init(params) {
      counts.inits += 1;
      void params.metaOptions.eagerClientSecretPromise.then((secret) =>
        counts.secrets.push(secret),
      );
      return {
        connect: params,
        /** @param {object} change */
        update: (change) => counts.updates.push(change),
        logout: async () => {
          counts.logouts += 1;
        },
      };
    },
  });
})();
