import { Icon } from "../ui/icon.tsx";

/**
 * How this reader wants the portal: size of letters, colours, read aloud. Works with the reader's island, and is not drawn
 * without script; the browser's own zoom and colours then do the same.
 */
export function ReaderBar() {
  return (
    <div class="reader-bar">
      <div class="wrap">
        <p class="reader-bar-name">Cổng thông tin điện tử chính thức</p>
        <section class="reader-tools" aria-label="Cách hiển thị trang">
          <button class="reader-tool reader-small" type="button" data-letters="-1" aria-label="A−: thu nhỏ chữ">
            A−
          </button>
          <button class="reader-tool" type="button" data-letters="0" aria-label="A: cỡ chữ ban đầu">
            A
          </button>
          <button class="reader-tool reader-large" type="button" data-letters="1" aria-label="A+: phóng to chữ">
            A+
          </button>
          <select class="reader-colours" data-colours="" aria-label="Màu sắc của trang">
            <option value="">Màu theo máy</option>
            <option value="light">Nền sáng</option>
            <option value="dark">Nền tối</option>
            <option value="contrast">Tương phản cao</option>
          </select>
          <button class="reader-tool" type="button" data-aloud="start" hidden>
            <Icon name="sound" />
            <span>Nghe</span>
          </button>
          <button class="reader-tool" type="button" data-aloud="stop" hidden>
            Dừng
          </button>
        </section>
      </div>
    </div>
  );
}
