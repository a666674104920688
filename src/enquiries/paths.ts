export const ENQUIRY_PATHS = {
  list: "/hoi-dap",
  ask: "/hoi-dap/gui",
  lookUp: "/hoi-dap/tra-cuu",
  answer: (number: number) => `/hoi-dap/${number}`,
  receipt: (code: string) => `/hoi-dap/phieu/${code}`,
  desk: "/ban-bien-tap/hoi-dap",
  deskOne: (id: string) => `/ban-bien-tap/hoi-dap/${id}`,
} as const;
