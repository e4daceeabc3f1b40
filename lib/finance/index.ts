export {straightLine, type AssetLife, type BookPeriod, type Vintage} from "./depreciation.js";
export {cover, type Cover} from "./dscr.js";
export {irr, xirr} from "./irr.js";
export {levelised} from "./levelised.js";
export {amortisations, annuity, loan, type Amortisation, type LoanPeriod, type LoanTerms} from "./loan.js";
export {dated, monthlyRate, npv, regular, xnpv, yearlyRate, type Flow} from "./npv.js";
export {moic, payback} from "./payback.js";
export {linearRoot, root} from "./root.js";
export {taxes, type Tax, type TaxRules} from "./tax.js";
