// The European Commission's names for categories of illegal content, beside those of the form.
import type { CategoryId } from '../../core/report/categories.ts';
import { STATEMENT_CATEGORIES, type StatementCategory } from '../mappings/dsa-vocabulary.ts';

/** A category of the Commission's transparency database. */
export interface CommissionCategory {
  /** Its code, such as `STATEMENT_CATEGORY_SELF_HARM`. */
  readonly code: StatementCategory;
  /** Its English name, such as `Self-harm`. */
  readonly name: string;
}

// Source: eu.europa.ec.dsa.transparency.model.enums.EnumStatementCategories, the Commission's own client.
const NAMES: Readonly<Record<StatementCategory, string>> = {
  STATEMENT_CATEGORY_CYBER_VIOLENCE: 'Cyber violence',
  STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH: 'Illegal or harmful speech',
  STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE: 'Type of alleged illegal content not specified by the notifier',
  STATEMENT_CATEGORY_PROTECTION_OF_MINORS: 'Protection of minors',
  STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY: 'Risk for public security',
  STATEMENT_CATEGORY_SELF_HARM: 'Self-harm',
  STATEMENT_CATEGORY_VIOLENCE: 'Violence',
};

/** The Commission's category for one of the form; undefined if the category is unknown. */
export function commissionCategory(category: CategoryId | 'unknown'): CommissionCategory | undefined {
  if (category === 'unknown') return undefined;
  const code = STATEMENT_CATEGORIES[category];
  return { code, name: NAMES[code] };
}
