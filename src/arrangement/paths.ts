/** Addresses of the page of menu and home page. */
export const ARRANGEMENT_PATHS = {
  page: "/ban-bien-tap/sap-xep",
  opinion: "/ban-bien-tap/sap-xep/y-kien",
  apply: "/ban-bien-tap/sap-xep/ap-dung",
} as const;
