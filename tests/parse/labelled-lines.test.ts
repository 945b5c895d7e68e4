import { describe, expect, it } from "vitest";
import { findLabelledValues } from "../../src/parse/labelled-lines.ts";

const found = (text: string): string[] => findLabelledValues(text).map(({ kind, value }) => `${kind}: ${value}`);

describe("findLabelledValues", () => {
  it("reads who leads, who supports and when, under a task", () => {
    expect(
      found(
        "Triển khai phần mềm.\n- Cơ quan chủ trì thực hiện: Phòng Tài nguyên và Môi trường.\n- Đơn vị phối hợp: UBND các xã ven biển trên địa bàn huyện.\n- Thời gian thực hiện: Năm 2022-2030.",
      ),
    ).toEqual(["lead: Phòng Tài nguyên và Môi trường", "support: UBND các xã ven biển trên địa bàn huyện", "time: Năm 2022-2030"]);
  });

  it("reads products and money", () => {
    expect(found("- Sản phẩm: 04 lớp, 120 chủ nhà nghỉ.\n- Kinh phí: 240 triệu đồng (10 triệu đồng/tổ/năm).")).toEqual([
      "product: 04 lớp, 120 chủ nhà nghỉ",
      "budget: 240 triệu đồng (10 triệu đồng/tổ/năm)",
    ]);
  });

  it("reads labels inside one line, each up to the next", () => {
    expect(found("Hộ tịch: 28 thủ tục; đơn vị cung cấp tri thức: Sở Tư pháp.")).toEqual(["lead: Sở Tư pháp"]);
    expect(found("(Chủ trì: Sở Y tế; phối hợp: Công an tỉnh; thời gian: 2024)")).toEqual([
      "lead: Sở Y tế",
      "support: Công an tỉnh",
      "time: 2024",
    ]);
  });

  it("says where label and value stand", () => {
    const text = "- Cơ quan chủ trì: Công an huyện.";
    const [label] = findLabelledValues(text);
    expect(text.slice(label?.start, label?.end)).toBe("Cơ quan chủ trì: Công an huyện");
  });

  it("finds none in prose, and none that is left empty", () => {
    expect(found("Sở Y tế chủ trì, phối hợp với Công an tỉnh thực hiện trong thời gian tới.")).toEqual([]);
    expect(found("- Cơ quan chủ trì:\n- Thời gian:")).toEqual([]);
  });
});
