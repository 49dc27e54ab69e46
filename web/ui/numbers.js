/** Numbers as the page writes them. */

/** 8256 as 8,256. @param {number} n */
export const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
