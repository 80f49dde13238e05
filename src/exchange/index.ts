export { type Month, monthAsked, monthOf } from './calendar/month.js';
export { MonthCalendar } from './calendar/month.view.js';
export { ExchangeModule } from './exchange.module.js';
