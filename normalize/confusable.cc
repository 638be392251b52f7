// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/confusable.h"

namespace prongsai::normalize {
namespace {

constexpr Confusable kConfusables[] = {
    {U"ขชซ", "การให้บริการประซาชน", "การให้บริการประชาชน"},
    {U"คดต", "บุตลากรในหน่วยงาน", "บุคลากรในหน่วยงาน"},
    {U"ถกภ", "ประสิทธิถาพ", "ประสิทธิภาพ"},
    {U"ทหฑ", "เจ้าทน้าที่", "เจ้าหน้าที่"},
    {U"บป", "กฎระเปียบ", "กฎระเบียบ"},
    {U"พฟผฝ", "เผยแผร่ข้อมูล", "เผยแพร่ข้อมูล"},
    {U"สล", "ข้อมูสสาธารณะ", "ข้อมูลสาธารณะ"},
    {U"ฎฏ", "การปฎิบัติงาน", "การปฏิบัติงาน"},
    {U"ธร", "ข้อมูลสาธาธณะ", "ข้อมูลสาธารณะ"},
    {U"นม", "ข้อนูลสาธารณะ", "ข้อมูลสาธารณะ"},
    {U"อฮ", "ข้ฮมูลสาธารณะ", "ข้อมูลสาธารณะ"},
    // Marks above: i, ii, ue, uee, a.
    {U"\u0E34\u0E35\u0E36\u0E37\u0E31", "การประเมีน", "การประเมิน"},
    // Marks below: u, uu.
    {U"\u0E38\u0E39", "ข้อมุลสาธารณะ", "ข้อมูลสาธารณะ"},
    // Tones, and marks in their place.
    {U"\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E47", "เจ้าหน่าที่", "เจ้าหน้าที่"},
};

}  // namespace

std::span<const Confusable> confusables() { return kConfusables; }

}  // namespace prongsai::normalize
