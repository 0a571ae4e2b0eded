// For the classic form of the script, in which there is no import.meta.url: the address that the script was loaded from.

export const gcaScript = document.currentScript?.src;
