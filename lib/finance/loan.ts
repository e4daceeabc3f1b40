import {InputError} from "../sheet/index.js";

/** `level`: equal payments of interest and principal; `straight`: equal repayments; `bullet`: all at the end. */
export type Amortisation = "level" | "straight" | "bullet";
export const amortisations: readonly Amortisation[] = ["level", "straight", "bullet"];

/** A project's loan may also be `sculpted`: sized by contracted cash and repaid in proportion to it. */
export type ProjectAmortisation = Amortisation | "sculpted";
export const projectAmortisations: readonly ProjectAmortisation[] = ["sculpted", ...amortisations];

/** A delayed-draw term loan: drawn as money is needed, repaid from the end of its draws on. */
export interface LoanTerms {
  /** USD drawn in each period of the draw period. */
  draws: readonly number[];
  /** Interest a period. */
  rate: number;
  /** Periods of repayment after the draw period. */
  tenor: number;
  amortisation: Amortisation;
}

/** A period of a loan, USD: draws and repayments at its end, interest on what was owed at its start. */
export interface LoanPeriod {
  draw: number;
  interest: number;
  repayment: number;
  balance: number;
}

/**
 * The schedule of a loan over its draw period and its tenor; interest is paid, not added to the debt. Throws an
 * `InputError` for a tenor that is not a whole number of periods from 1.
 */
export function loan({draws, rate, tenor, amortisation}: LoanTerms): LoanPeriod[] {
  if (!Number.isInteger(tenor) || tenor < 1)
    throw new InputError(`tenor: ${tenor} is not a number of periods\n  write a whole number from 1`);
  const principal = draws.reduce((sum, draw) => sum + draw, 0);
  let balance = 0;
  return Array.from({length: draws.length + tenor}, (_, period) => {
    const left = draws.length + tenor - period;
    const draw = draws[period] ?? 0;
    const interest = balance * rate;
    const repayment =
      left > tenor ? 0 : left === 1 ? balance : repayments[amortisation](principal, interest, rate, tenor);
    balance += draw - repayment;
    return {draw, interest, repayment, balance};
  });
}

/** The equal payment a period that repays a principal of 1 with interest; NaN for no periods. */
export function annuity(rate: number, periods: number): number {
  if (!(periods > 0)) return NaN;
  return rate === 0 ? 1 / periods : rate / -Math.expm1(-periods * Math.log1p(rate));
}

type Repayment = (principal: number, interest: number, rate: number, tenor: number) => number;

const repayments: Record<Amortisation, Repayment> = {
  level: (principal, interest, rate, tenor) => principal * annuity(rate, tenor) - interest,
  straight: (principal, _interest, _rate, tenor) => principal / tenor,
  bullet: () => 0
};
