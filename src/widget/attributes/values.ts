// The accepted values of attributes that more than one table has.

export const SIZES = ['s', 'm', 'l'] as const;
export const LEVELS = ['2', '3', '4', '5'] as const;
export const FLOWS = ['steps', 'page'] as const;
export const CONTEXTS = ['ask', 'here', 'elsewhere'] as const;
export const COUNTRY = /^[a-z]{2}$/i;

/** Whether an attribute without words is set. `false` means no. */
export const isOn = (value: string | null): boolean => value !== null && value !== 'false';
