import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('es');

export const explain: Messages['explain'] = {
  showRows: (count, shown) =>
    n(count, { one: `Ver la transacción`, other: `Ver las ${shown} transacciones` }),
  partly: (date) => `La lista llega hasta el ${date} y no contiene todo lo que forma esta cifra.`,
  feesHint: 'Sus comisiones suman esta cifra.',
  total: {
    counts:
      'Lo que tienes en Stripe: lo que se puede transferir ya y lo que estará disponible pronto.',
    not: 'Lo que va de camino a tu banco ya ha salido. Lo reservado o retenido no se incluye.',
  },
  onTheWay: {
    counts: 'Transferencias que Stripe ya ha hecho y que aún no han llegado a tu banco.',
    not: 'Ya no están en tu saldo total. Las que llegaron, fallaron o se cancelaron no cuentan.',
  },
  soon: {
    counts:
      'Pagos recibidos, menos reembolsos, disputas y comisiones, hasta el día en que Stripe los pone a tu disposición.',
    not: 'Lo que ya está disponible no se incluye. Una transferencia tarda unos días más en llegar a tu banco.',
  },
  nextMade: {
    counts: 'La transferencia que llega primero y el día en que Stripe la espera en tu banco.',
    not: 'Tu banco puede tardar uno o dos días más, sobre todo en torno a los festivos.',
  },
  nextExpected: {
    counts:
      'Según tu calendario, el día en que la próxima transferencia debería llegar a tu banco.',
    not: 'Stripe aún no la ha hecho, así que no se conoce su importe. Los festivos pueden retrasarla.',
  },
  nextNone: {
    counts:
      'La transferencia que llega primero: una que Stripe ya ha hecho o la próxima según tu calendario.',
    not: 'No hay ninguna mientras están en pausa, se hacen a mano o no hay nada que transferir.',
  },
  setAside: {
    counts: 'Dinero que has apartado y con el que se pueden pagar reembolsos y disputas.',
    not: 'No está en tu saldo total y no se transfiere.',
  },
  net: {
    counts: 'Lo que has ganado: pagos menos reembolsos, disputas y comisiones, cada uno en su día.',
    not: 'No cuentan las transferencias a tu banco, el dinero añadido o reservado, las retenciones ni las facturas aparte de Stripe.',
  },
  gross: {
    counts: 'Pagos y traspasos tal como entraron, antes de comisiones.',
    not: 'No se restan reembolsos ni disputas: cuentan aparte, en su propio día.',
  },
  refunds: {
    counts: 'Lo devuelto a clientes y los pagos que fallaron después.',
    not: 'Un reembolso fallido volvió a ti y reduce la cifra. La comisión de un pago, por lo general, no se devuelve.',
  },
  disputes: {
    counts: 'Lo que los bancos de tus clientes retiraron, menos lo que recuperaste al ganar.',
    not: 'La comisión de una disputa cuenta como comisión.',
  },
  fees: {
    counts: 'Lo que Stripe y la plataforma cobraron por estos pagos, reembolsos y disputas.',
    not: 'Las facturas aparte, como una cuota mensual, no cuentan.',
  },
};
