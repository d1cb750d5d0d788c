import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('es');

const spans = {
  '7d': 'los 7 días anteriores',
  '4w': 'las 4 semanas anteriores',
  '3m': 'los 3 meses anteriores',
  '12m': 'los 12 meses anteriores',
};

export const earnings: Messages['earnings'] = {
  title: 'Volumen neto',
  titleIn: (currency) => `Volumen neto · ${currency}`,
  range: { label: 'Periodo', '7d': '7D', '4w': '4S', '3m': '3M', '12m': '12M' },
  rangeName: {
    '7d': 'Últimos 7 días',
    '4w': 'Últimas 4 semanas',
    '3m': 'Últimos 3 meses',
    '12m': 'Últimos 12 meses',
  },
  rose: (share, range) => `Sube ${share} respecto a ${spans[range]}`,
  fell: (share, range) => `Baja ${share} respecto a ${spans[range]}`,
  same: (range) => `Igual que ${spans[range]}`,
  interval: { label: 'Intervalo', hour: 'Hora', day: 'Día', week: 'Semana', month: 'Mes' },
  view: { label: 'Vista', chart: 'Gráfico', table: 'Tabla' },
  currency: 'Divisa',
  gross: 'Bruto',
  refunds: 'Reembolsos',
  disputes: 'Disputas',
  fees: 'Comisiones',
  net: 'Neto',
  count: 'Pagos',
  period: 'Periodo',
  total: 'Total',
  zone: 'Zona horaria',
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
  weekOf: (day) => `Semana del ${day}`,
  chartLabel: (range, total) =>
    `Volumen neto, ${range}: ${total}. Usa las teclas de flecha para leer los puntos.`,
  tableLabel: (range) => `Volumen neto, ${range}`,
  coversSince: (date) => `Cifras desde el ${date}`,
  empty: 'No hay ingresos en este periodo',
  emptyHint: 'Los pagos aparecerán aquí en cuanto lleguen.',
  failed: 'No hemos podido cargar tus ingresos',
  chartFailed: 'No se ha podido dibujar el gráfico. La tabla tiene las mismas cifras.',
};
