import { ZodError } from "zod";
import { backupCommand, restoreCommand } from "./cli/backup.ts";
import { coverageCommand } from "./cli/coverage.ts";
import { demoCommand } from "./cli/demo.ts";
import { reindexCommand } from "./cli/reindex.ts";
import { reportCommand } from "./cli/report.ts";
import { serveCommand } from "./cli/serve.ts";
import { verifyCommand } from "./cli/verify.ts";
import { CannotRestore } from "./storage/backup.ts";

/** A command of the shell. Answers its exit code: 0 done, 1 something is wrong with the data, 2 it was called wrongly. */
export type ShellCommand = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, { readonly run: ShellCommand; readonly says: string }>> = {
  serve: { run: serveCommand, says: "chạy Cổng; dữ liệu trống thì in liên kết thiết lập" },
  demo: { run: demoCommand, says: "chạy Cổng với dữ liệu mẫu, chỉ trên máy này" },
  verify: { run: verifyCommand, says: "kiểm tra nhật ký, phê duyệt và trang công khai; khác 0 nếu có gì bị sửa" },
  reindex: { run: reindexCommand, says: "lập lại chỉ mục tìm kiếm từ nội dung đang công khai" },
  coverage: {
    run: coverageCommand,
    says: "in từng điều khoản của Quy chế, mã nguồn và kiểm thử giữ nó; khác 0 nếu thiếu",
  },
  report: { run: reportCommand, says: "báo cáo tháng ra Word, Excel   monthly [--month 2026-11] --out TỆP.docx|.xlsx" },
  backup: { run: backupCommand, says: "sao lưu trong khi đang chạy   [--to THƯ-MỤC]" },
  restore: { run: restoreCommand, says: "phục hồi vào nơi trống          --from THƯ-MỤC" },
};

const HELP = `Cổng thông tin điện tử

  npx portal LỆNH [tùy chọn]

${Object.entries(COMMANDS)
  .map(([name, { says }]) => `  ${name.padEnd(10)}${says}`)
  .join("\n")}

Biến môi trường: PORTAL_DATA thư mục dữ liệu (mặc định ./data), PORT cổng (8080), PORTAL_HOST địa chỉ nghe
(127.0.0.1), DATABASE_URL dùng PostgreSQL, PORTAL_PROXIES số máy chủ trung gian phía trước, PORTAL_LOG mức ghi log.
`;

const [name = "help", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  const asked = ["help", "--help", "-h"].includes(name);
  (asked ? process.stdout : process.stderr).write(asked ? HELP : `Không có lệnh “${name}”.\n\n${HELP}`);
  process.exitCode = asked ? 0 : 2;
} else {
  process.exitCode = await command.run(args).catch((error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return 2;
  });
}

function sentenceOf(error: unknown): string {
  if (error instanceof ZodError) return error.issues.map(({ message }) => message).join("\n");
  if (error instanceof CannotRestore) return error.message;
  const { code, message, port, path } = error as { code?: string; message?: string; port?: number; path?: string };
  if (code === "EADDRINUSE")
    return `Cổng mạng ${port} đang có chương trình khác dùng. Hãy đặt PORT khác, ví dụ PORT=8081.`;
  if (code === "EACCES") return `Không có quyền ghi ${path ?? ""}. Hãy kiểm tra quyền của thư mục dữ liệu.`;
  if (code === "ECONNREFUSED")
    return "Không kết nối được cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.";
  return process.env.PORTAL_LOG === "debug" && error instanceof Error
    ? (error.stack ?? error.message)
    : `Lỗi: ${message}`;
}
