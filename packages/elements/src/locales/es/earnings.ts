import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('es');

const timeBefore = {
  '7d': 'frente a los 7 días anteriores',
  '4w': 'frente a las 4 semanas anteriores',
  '3m': 'frente a los 3 meses anteriores',
  '12m': 'frente a los 12 meses anteriores',
  mtd: 'frente a los mismos días del mes pasado',
  qtd: 'frente a los mismos días del trimestre pasado',
  ytd: 'frente a los mismos días del año pasado',
  all: '',
  custom: 'frente a los mismos días justo antes',
};

export const earnings: Messages['earnings'] = {
  title: 'Volumen neto',
  titleIn: (currency) => `Volumen neto · ${currency}`,
  range: {
    label: 'Periodo',
    '7d': '7D',
    '4w': '4S',
    '3m': '3M',
    '12m': '12M',
    other: 'Otro periodo',
    more: 'Más',
  },
  rangeName: {
    '7d': 'Últimos 7 días',
    '4w': 'Últimas 4 semanas',
    '3m': 'Últimos 3 meses',
    '12m': 'Últimos 12 meses',
    mtd: 'Este mes',
    qtd: 'Este trimestre',
    ytd: 'Este año',
    all: 'Todo',
    custom: 'Fechas a medida',
  },
  custom: { label: 'Fechas a medida', first: 'Primer día', last: 'Último día' },
  compareLabel: 'Comparado con',
  than: {
    previous: (range) => timeBefore[range],
    year: (_range) => 'frente a los mismos días de hace un año',
  },
  noCompare: 'No hay datos tan antiguos',
  rose: (share, { than, days, amount }) => `Sube ${share} ${than}: ${amount}, ${days}`,
  fell: (share, { than, days, amount }) => `Baja ${share} ${than}: ${amount}, ${days}`,
  same: ({ than, days, amount }) => `Sin cambios ${than}: ${amount}, ${days}`,
  interval: { label: 'Intervalo', hour: 'Hora', day: 'Día', week: 'Semana', month: 'Mes' },
  view: { chart: 'Ver gráfico', table: 'Ver tabla' },
  currency: 'Divisa',
  gross: 'Bruto',
  refunds: 'Reembolsos',
  disputes: 'Disputas',
  fees: 'Comisiones',
  net: 'Neto',
  count: 'Pagos',
  period: 'Periodo',
  total: 'Total',
  previous: 'Antes',
  payments: (count, shown) =>
    n(count, { one: `${shown} transacción`, other: `${shown} transacciones` }),
  point: (net, count) => `Neto ${net} · ${count}`,
  pointParts: (gross, fees) => `Bruto ${gross} · Comisiones ${fees}`,
  pointBefore: (net) => `Antes: ${net}`,
  spoken: (day, net, count) => `${day}: neto ${net}, ${count}`,
  spokenBefore: (day, net, count, before) =>
    `${day}: neto ${net}, ${count}; el periodo anterior ${before}`,
  unfinished: (day) => `${day}, hasta ahora`,
  notCovered: (day) => `${day}: sin datos`,
  chartLabel: (range, total) =>
    `Volumen neto, ${range}: ${total}. Usa las teclas de flecha para leer los puntos.`,
  tableLabel: (range) => `Volumen neto, ${range}`,
  coversSince: (date) => `Cifras desde el ${date}`,
  empty: 'No hay ingresos en este periodo',
  emptyHint: 'Los pagos aparecerán aquí en cuanto lleguen.',
  failed: 'No hemos podido cargar tus ingresos',
  chartFailed: 'No se ha podido dibujar el gráfico. La tabla tiene las mismas cifras.',
};
