export const CHECK_PATH = "/ban-bien-tap/kiem-tra";
