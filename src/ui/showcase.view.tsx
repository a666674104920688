import type { ComponentChildren } from "preact";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Actions, Button, LinkButton } from "./button.tsx";
import { Checkbox, FieldGroup, FileInput, Radios, Select } from "./choice.tsx";
import { DescriptionList, PageHead, Panel, Table, Timeline } from "./data.tsx";
import { EmptyState, ErrorSummary, Notice } from "./feedback.tsx";
import { Field, TextArea } from "./field.tsx";
import { ICON_NAMES, Icon } from "./icon.tsx";
import { Breadcrumbs, Pagination, Tabs } from "./navigation.tsx";
import { STATUS, StatusTag, Steps } from "./status.tsx";

const COLOURS = [
  "paper",
  "paper-warm",
  "paper-sunk",
  "ink",
  "ink-soft",
  "line",
  "line-strong",
  "brand",
  "brand-deep",
  "accent",
  "accent-line",
  "gold",
  "link",
  "focus",
  "action",
  "danger-action",
  "ok",
  "warn",
  "danger",
  "info",
] as const;

const PANGRAM = "Ắt hẳn Ủy ban đã ký duyệt kỹ lưỡng: Ẩm Ỗ Ữ Ặ, ngõ Nguyễn, tiễn Ngoãn, khuỷu, quặng, ướt.";

/** Every component of the newsroom and of the public pages on one living page, with true words. */
export function Showcase({ desk }: { readonly desk: DeskFrame }) {
  return (
    <DeskLayout desk={desk} title="Giao diện" path="/ban-bien-tap/giao-dien">
      <PageHead
        title="Giao diện của Cổng"
        lead="Mọi thành phần dùng trên trang công khai và trong Ban biên tập, ở cùng một chỗ để xem, thử bằng bàn phím và in ra."
        actions={<LinkButton href="/">Trang công khai</LinkButton>}
      />
      <Part title="Màu">
        <ul class="swatches">
          {COLOURS.map((name) => (
            <li key={name} class="swatch">
              <span class={`swatch-colour swatch-${name}`} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Chữ">
        <p class="type-3xl">{PANGRAM}</p>
        <p class="type-2xl">{PANGRAM}</p>
        <p class="type-xl">{PANGRAM}</p>
        <p class="type-l">{PANGRAM}</p>
        <p>{PANGRAM}</p>
        <p class="type-s">{PANGRAM}</p>
        <p class="type-xs">{PANGRAM}</p>
      </Part>
      <Part title="Nút">
        <Actions>
          <Button type="button" kind="primary" icon="send">
            Gửi Ban biên tập
          </Button>
          <Button type="button">Lưu bản nháp</Button>
          <Button type="button" kind="danger" icon="cancelled">
            Hủy bỏ không đăng
          </Button>
          <Button type="button" kind="quiet">
            Xem trước
          </Button>
          <Button type="button" disabled>
            Chưa đến bước này
          </Button>
          <LinkButton href="#nut" icon="download">
            Tải bản Word
          </LinkButton>
        </Actions>
      </Part>
      <Part title="Trạng thái của tin, bài">
        <ul class="tags">
          {Object.keys(STATUS).map((state) => (
            <li key={state}>
              <StatusTag state={state} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Bốn bước">
        <Steps at={3} details={["08:10 ngày 24/11/2026", "09:30 ngày 24/11/2026", "đang chờ Giám đốc"]} />
        <Steps at={3} stopped label="Bài đã hủy bỏ" />
      </Part>
      <FormParts />
      <FeedbackParts />
      <DataParts />
      <Part title="Đường dẫn, thẻ, trang">
        <Breadcrumbs
          items={[{ label: "Trang chủ", href: "/" }, { label: "Tin tức", href: "/tin-tuc" }, { label: "Thông báo" }]}
        />
        <Tabs
          label="Ví dụ về thẻ"
          items={[
            { href: "#cho-toi", label: "Chờ tôi", current: true, count: 4 },
            { href: "#da-gui", label: "Tôi đã gửi", count: 12 },
            { href: "#da-dang", label: "Đã đăng" },
          ]}
        />
        <Pagination page={7} pages={134} href={(page) => `?trang=${page}`} />
      </Part>
      <Part title="Hình nét">
        <ul class="icons">
          {ICON_NAMES.map((name) => (
            <li key={name}>
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </DeskLayout>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="show-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function FormParts() {
  return (
    <Part title="Ô nhập">
      <form class="form" action="/ban-bien-tap/giao-dien" method="get">
        <Field name="ten" label="Họ và tên" value="Nguyễn Thị Lan" autocomplete="off" />
        <Field
          name="nguon"
          label="Nguồn"
          hint="Tên cơ quan, báo hoặc tài liệu gốc."
          error="Hãy ghi nguồn của bài, ví dụ: Trung tâm GDTX Hải Phòng."
        />
        <Field name="gio" label="Giờ đăng" type="datetime-local" width="medium" optional />
        <TextArea name="ly-do" label="Lý do trả lại" hint="Nêu rõ điểm cần sửa, ít nhất 10 chữ." />
        <Select
          name="chuyen-muc"
          label="Chuyên mục"
          placeholder="Chọn chuyên mục"
          options={[
            { value: "hoat-dong", label: "Tin hoạt động" },
            { value: "thong-bao", label: "Thông báo" },
          ]}
        />
        <Radios
          name="noi-nhan"
          label="Gửi tới"
          value="thu-ky"
          options={[
            { value: "thu-ky", label: "Thư ký Ban biên tập", hint: "Bà Bùi Thị Hoa" },
            { value: "pho-ban", label: "Phó Trưởng ban phụ trách lĩnh vực Đào tạo", hint: "Ông Vũ Thế Thụy" },
          ]}
        />
        <FileInput name="tep" label="Tệp Word" hint="Tệp .docx, tối đa 20 MB." accept=".docx" optional />
        <FieldGroup legend="Kiểm tra trước khi chuyển" hint="Điều 5 khoản 1 và Điều 17">
          <Checkbox name="kt-1" label="Thông tin đúng, đủ, có nguồn" checked />
          <Checkbox name="kt-2" label="Không có bí mật nhà nước, dữ liệu cá nhân nhạy cảm" />
        </FieldGroup>
        <Actions>
          <Button kind="primary">Lưu</Button>
          <LinkButton kind="quiet" href="#noi-dung">
            Bỏ qua
          </LinkButton>
        </Actions>
      </form>
    </Part>
  );
}

function FeedbackParts() {
  return (
    <Part title="Lời đáp">
      <ErrorSummary
        items={[
          {
            text: "Bài đã được sửa sau khi bạn mở.",
            clause: "Đ15.k2.b3",
            remedy: "Hãy đọc lại bản mới nhất rồi quyết định.",
          },
          { text: "Ảnh thứ hai chưa ghi tác giả và nguồn.", clause: "Đ6.k3", href: "#nguon" },
        ]}
      />
      <div class="stack">
        <Notice kind="ok" title="Đã gửi bài tới Thư ký Ban biên tập">
          <p>Bà Bùi Thị Hoa sẽ thẩm định bài này.</p>
        </Notice>
        <Notice>Bài này đang được đính chính; bản đang đăng không thay đổi.</Notice>
        <Notice kind="warn" title="Chưa có người phê duyệt thay">
          <p>Ông Nguyễn Văn Thiện vắng từ 25/11/2026 mà chưa ủy quyền.</p>
        </Notice>
        <Notice kind="danger">Nhật ký không khớp từ dòng 1.204.</Notice>
        <EmptyState title="Không có việc nào chờ bạn">
          <p>Khi có bài cần bạn xử lý, bài sẽ hiện ở đây.</p>
        </EmptyState>
      </div>
      <p>
        So sánh hai bản: lớp học có <del class="removed">100</del> <ins class="added">120</ins> giáo viên.
      </p>
    </Part>
  );
}

const ROWS = [
  { title: "Khai giảng lớp bồi dưỡng năng lực số", state: "SUBMITTED", unit: "Phòng Đào tạo", since: "2 giờ trước" },
  { title: "Ngày hội đọc sách năm 2026", state: "RETURNED", unit: "Đoàn Thanh niên", since: "3 ngày trước" },
] as const;

function DataParts() {
  return (
    <Part title="Bảng, dữ kiện, diễn biến">
      <Table
        caption="Tin, bài đang chờ"
        rows={ROWS}
        rowKey={(row) => row.title}
        columns={[
          { key: "title", label: "Tin, bài", cell: (row) => <a href="#bang">{row.title}</a> },
          { key: "state", label: "Trạng thái", cell: (row) => <StatusTag state={row.state} /> },
          { key: "unit", label: "Đơn vị", cell: (row) => row.unit },
          { key: "since", label: "Chờ từ", align: "end", cell: (row) => row.since },
        ]}
      />
      <div class="columns">
        <Panel title="Diễn biến">
          <Timeline
            items={[
              { id: "1", icon: "edit", title: "Cô Nguyễn Thị Lan viết bài", when: "15:20 ngày 23/11/2026" },
              {
                id: "2",
                icon: "returned",
                tone: "back",
                title: "Trưởng phòng trả lại",
                when: "16:05 ngày 23/11/2026",
                detail: "Thiếu nguồn của ảnh thứ hai.",
              },
              {
                id: "3",
                icon: "head",
                tone: "good",
                title: "Trưởng phòng Đào tạo đồng ý gửi",
                when: "08:10 ngày 24/11/2026",
              },
            ]}
          />
        </Panel>
        <Panel title="Về bài này">
          <DescriptionList
            items={[
              { term: "Tác giả", value: "Nguyễn Thị Lan" },
              { term: "Đơn vị", value: "Phòng Đào tạo" },
              { term: "Đang giữ bài", value: "Bà Bùi Thị Hoa, Thư ký" },
            ]}
          />
        </Panel>
      </div>
    </Part>
  );
}
