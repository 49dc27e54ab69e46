/** Text as it stands in HTML, in an attribute's value too. @param {string} text */
export const escapeHtml = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
