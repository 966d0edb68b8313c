// What typed addresses need, as one chunk: it comes when « Ailleurs sur Internet » is chosen.

export {
  addressErrors,
  addressLocations,
  addressRemarks,
  changesOf,
  readAddresses,
  splitCount,
} from '../../core/draft-elsewhere.ts';
export { addressLines, changesText } from './address-remarks.ts';
export { addressFields } from './views/addresses.ts';
