export const DUTY_PATH = "/ban-bien-tap/den-han";
export const DUTY_LIST_PATH = "/ban-bien-tap/den-han/nhiem-vu";
