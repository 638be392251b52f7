// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/router.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "model/text.h"

namespace bdata = boost::unit_test::data;
using prongsai::code_points;
using prongsai::extract::judge_layer;
using prongsai::extract::LayerFacts;
using prongsai::extract::needs_ocr;
using prongsai::extract::reason_name;
using prongsai::extract::router_rules;
using prongsai::extract::RouterRule;

namespace prongsai::extract {
std::ostream& operator<<(std::ostream& out, const RouterRule& rule) { return out << rule.name; }
}  // namespace prongsai::extract

namespace {

std::string reason_of(const std::string& text) {
  LayerFacts facts;
  facts.text = code_points(text);
  // An empty page with nothing on it is blank; these have a picture.
  facts.image_share = 0.1;
  return reason_name(judge_layer(facts).reason);
}

struct Layer {
  const char* name;
  const char* text;
  const char* reason;
};
std::ostream& operator<<(std::ostream& out, const Layer& layer) { return out << layer.name; }

// Noise that normalisation repairs stays in the text layer; what it cannot repair goes to OCR.
constexpr Layer kLayers[] = {
    {"clean Thai", "การดำเนินงานตามแผนป้องกันการทุจริตของหน่วยงาน ปี พ.ศ. 2568 คะแนน 95.17",
     "text_layer_usable"},
    {"sara am in two code points (N1)", "สํานักงานกําหนดตําแหน่งประจําปี น้ําใจ ต่ํากว่าเกณฑ์",
     "text_layer_usable"},
    {"sara am lost (N2a)", "ประจาปีงบประมาณ การกากับดูแล สานักงาน น้าใจ ดาเนินการ", "text_layer_usable"},
    {"sara am as space and sara aa (N2b)", "จ าแนก อ านวย ส านักงาน มีน้ าใจ ประจ าปี ด าเนินการ",
     "text_layer_usable"},
    {"sara am everywhere (N3)", "กำรป้องกันกำรทุจริต ควำมพึงพอใจ หน้ำที่ของหน่วยงำนรำชกำร",
     "text_layer_usable"},
    {"private-use marks (N5)",
     "ข\uF70Aอกําหนด หน\uF70Bา เล\uF70Aม ชั้นป\uF702ที่ เป\uF706าหมาย หน\uF70Aวยงาน",
     "text_layer_usable"},
    {"marks moved on (N6)", "ทีเ่กี่ยวข้องหมู่บา้นเลม่หนา้ตัวชีว้ัดเร่ืองการประเมินผลการดำเนินงานที่ดีและมีสิ่งใหม่ขึ้น",
     "text_layer_usable"},
    {"marks doubled (N8)", "สารบััญ หน้้า ถึึง ยุทธศาสตร์์ ดังนี้้ หน้าที่่ของเจ้าหน้าที่", "text_layer_usable"},
    {"U+FFFD beside sara am (N14)", "ประจ�าปี ด�ำเนินงาน จำ� นวน ส�ำนักงาน ก�าหนดการ ต�ำแหน่ง",
     "text_layer_usable"},
    {"English",
     "Integrity and Transparency Assessment of the public sector, Office of the National "
     "Anti-Corruption Commission, https://itas.nacc.go.th/report?id=1 OIT EIT IIT",
     "text_layer_usable"},
    {"numbers only", "1 95.17 2 88.20 3 100.00 4 92.55 5 87.10", "text_layer_usable"},
    {"codes and numbers", "O1 100 O2 100 O3 0 i1 98.21 e15 87.35 OIT 95.00", "text_layer_usable"},
    {"tick boxes of a symbol font", "\uF0FE ผ่าน \uF0A8 ไม่ผ่าน \uF0B7 ข้อเสนอแนะ",
     "text_layer_usable"},
    {"U+FFFD everywhere", "�าร�ระเ�ิน�ุณ�รรม�ละ�วามโ�ร่ง�ส", "too_many_damaged_words"},
    {"marks on nothing", "ก ี ่ า ร ้ เ ิ อ ื า ่ เ ้ โ ี า ์ ร ุ แ ู า ั ไ ็ ", "too_many_damaged_words"},
    {"few words, most of them odd", "1. frluai:{ iJxs/sa1{vadaf 2. 1:vv/llcar:lJ/r1xiuJ 10",
     "latin_garbage"},
    {"few words, one of them odd", "1. Integrity iJxs/sa1{vadaf 10", "text_layer_usable"},
    {"control characters", "\x1c\x19\x16 2 N \x16O \x1d%N \x1c\x14\x12 9\x05\x11",
     "control_characters"},
    {"Thai bytes in a Latin font", "ÃÒÂ§Ò¹¼Å¡ÒÃ´Óà¹Ô¹§Ò¹»ÃÐ¨Ó»Õ", "wrong_to_unicode"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(router)

BOOST_DATA_TEST_CASE(rule_matches_its_example,
                     bdata::make(std::vector<RouterRule>(router_rules().begin(),
                                                         router_rules().end())),
                     rule) {
  if (!rule.example) return;
  BOOST_TEST(reason_of(rule.example) == rule.name);
}

BOOST_DATA_TEST_CASE(layer_is_judged, bdata::make(kLayers), layer) {
  BOOST_TEST(reason_of(layer.text) == layer.reason);
}

BOOST_AUTO_TEST_CASE(page_without_text_and_pictures_is_blank_and_stays) {
  BOOST_TEST(reason_name(judge_layer({}).reason) == "blank_page");
  BOOST_TEST(!needs_ocr(judge_layer({}).reason));
}

BOOST_AUTO_TEST_CASE(scan_with_a_page_number_goes_to_ocr) {
  LayerFacts facts;
  facts.text = U"หน้า 3 ";
  facts.image_share = 1;
  BOOST_TEST(reason_name(judge_layer(facts).reason) == "no_text_layer");
  facts.image_share = 0.2;
  BOOST_TEST(reason_name(judge_layer(facts).reason) == "text_layer_usable");
}

BOOST_AUTO_TEST_CASE(letters_drawn_as_shapes_go_to_ocr) {
  LayerFacts facts;
  facts.outlines = 500;
  BOOST_TEST(reason_name(judge_layer(facts).reason) == "no_text_layer");
}

BOOST_AUTO_TEST_CASE(layer_under_a_scan_goes_to_ocr) {
  LayerFacts facts;
  facts.image_share = 1;
  facts.hidden_letters = 800;
  BOOST_TEST(reason_name(judge_layer(facts).reason) == "hidden_text_only");
  BOOST_TEST(needs_ocr(judge_layer(facts).reason));
}

BOOST_AUTO_TEST_CASE(confidence_falls_with_what_is_lost) {
  LayerFacts facts;
  facts.text = U"การประเมินคุณธรรม";
  BOOST_TEST(judge_layer(facts).confidence == 1);
  facts.text = U"การประเมิน\uFFFDคุณธรรม";
  BOOST_TEST(judge_layer(facts).confidence < 1);
}

BOOST_AUTO_TEST_SUITE_END()
