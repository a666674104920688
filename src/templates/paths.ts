/** Addresses of the templates at the desk. */
export const TEMPLATE_PATHS = {
  list: "/ban-bien-tap/mau",
  add: "/ban-bien-tap/mau/moi",
  one: (id: string) => `/ban-bien-tap/mau/muc/${id}`,
} as const;
