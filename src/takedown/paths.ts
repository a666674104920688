export const TAKEDOWN_PATHS = {
  form: "/yeu-cau-go-bo",
  lookUp: "/yeu-cau-go-bo/tra-cuu",
  receipt: (code: string) => `/yeu-cau-go-bo/phieu/${code}`,
  desk: "/ban-bien-tap/go-bo",
  send: "/ban-bien-tap/go-bo/moi",
  old: "/ban-bien-tap/go-bo/bai-cu",
  deskOne: (id: string) => `/ban-bien-tap/go-bo/${id}`,
} as const;
