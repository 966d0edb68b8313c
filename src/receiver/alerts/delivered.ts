// What became of one attempt to deliver a message.

/** Whether it was delivered; if not, why, in our own words. */
export type Delivered =
  | { readonly isDelivered: true }
  | { readonly isDelivered: false; readonly fault: string };
