// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_template.h"

namespace prongsai {

// The two languages are both in the page; a radio button, and style, show one. Without style both
// are there to read.
const char* report_frame() {
  return R"html(<!DOCTYPE html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{style_hash}}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>สรุปชุดข้อมูลผลการประเมิน ITA – Summary of a dataset of ITA results</title>
<style>{{> style}}</style>
</head>
<body>
<input type="radio" name="language" id="choose-th" checked><label for="choose-th">ภาษาไทย</label>
<input type="radio" name="language" id="choose-en"><label for="choose-en" lang="en">English</label>
<main>
{{#languages}}
<div class="{{language}}" lang="{{language}}">
{{> body}}
{{> findings}}
</div>
{{/languages}}
</main>
</body>
</html>
)html";
}

const char* report_body() {
  return R"html(<h1>{{> t_title}}</h1>
<p>{{> t_intro}}</p>
<ul class="cards">
<li><b>{{inputs}}</b> {{> t_inputs}}</li>
{{#totals}}{{#rows}}
<li><b>{{documents}}</b> {{> t_documents}}</li>
<li><b>{{agencies}}</b> {{> t_agencies}}</li>
<li><b>{{first_year}}{{^first_year}}–{{/first_year}}{{#last_year}}–{{last_year}}{{/last_year}}</b> {{> t_years}}</li>
<li><b>{{scores}}</b> {{> t_scores}}</li>
<li><b>{{measures}}</b> {{> t_measures}}</li>
{{/rows}}{{/totals}}
</ul>
<nav aria-label="{{> t_contents}}">
<ul>
<li><a href="#{{language}}-states">{{> t_h_states}}</a></li>
<li><a href="#{{language}}-trust">{{> t_h_trust}}</a></li>
<li><a href="#{{language}}-review">{{> t_h_review}}</a></li>
<li><a href="#{{language}}-distribution">{{> t_h_distribution}}</a></li>
<li><a href="#{{language}}-provinces">{{> t_h_provinces}}</a></li>
<li><a href="#{{language}}-types">{{> t_h_types}}</a></li>
<li><a href="#{{language}}-years">{{> t_h_years}}</a></li>
<li><a href="#{{language}}-contradictions">{{> t_h_contradictions}}</a></li>
<li><a href="#{{language}}-files">{{> t_h_files}}</a></li>
</ul>
</nav>

<h2 id="{{language}}-states">{{> t_h_states}}</h2>
{{#sums_agree}}
<p>{{> t_states_sum}} {{> t_same_content}}</p>
{{/sums_agree}}
{{^sums_agree}}
<p><strong>{{> t_states_differ}}</strong></p>
{{/sums_agree}}
{{#states}}
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-states">
<table>
<thead><tr><th scope="col">{{> t_state}}</th><th scope="col" class="n">{{> t_files}}</th><th scope="col" class="n">{{> t_documents}}</th><th scope="col">{{> t_chart}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row">{{state}}</th><td class="n">{{inputs}}</td><td class="n">{{documents}}</td><td class="c"><svg role="img" viewBox="0 0 100 14" preserveAspectRatio="none"><title>{{state}}: {{inputs}}</title><desc>{{> t_files}}</desc><rect class="bar" x="0" y="1" width="{{bar}}" height="12"/></svg></td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{/states}}
{{^states}}<p>{{> t_none}}</p>{{/states}}

<h2 id="{{language}}-trust">{{> t_h_trust}}</h2>
<p>{{> t_trust_means}}</p>
{{#trusts}}
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-trust">
<table>
<thead><tr><th scope="col">{{> t_trust}}</th><th scope="col" class="n">{{> t_values}}</th><th scope="col" class="n">{{> t_share}}</th><th scope="col">{{> t_chart}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row">{{trust}}</th><td class="n">{{n}}</td><td class="n">{{share}}</td><td class="c"><svg role="img" viewBox="0 0 100 14" preserveAspectRatio="none"><title>{{trust}}: {{share}} %</title><desc>{{> t_values}}: {{n}}</desc><rect class="bar" x="0" y="1" width="{{bar}}" height="12"/></svg></td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{/trusts}}
{{^trusts}}<p>{{> t_none}}</p>{{/trusts}}

<h2 id="{{language}}-review">{{> t_h_review}}</h2>
<h3 id="{{language}}-review-documents">{{> t_h_review_documents}}</h3>
{{#review}}
<p>{{> t_review_order}}</p>
<p><a href="review/index.html">{{> t_review_pages}}</a> {{> t_review_links}}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-review-documents">
<table>
<thead><tr><th scope="col">{{> t_document}}</th><th scope="col">{{> t_agency}}</th><th scope="col" class="n">{{> t_year}}</th><th scope="col" class="n">{{> t_conflicting}}</th><th scope="col" class="n">{{> t_failing}}</th><th scope="col" class="n">{{> t_disputed}}</th><th scope="col" class="n">{{> t_doubtful}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="file">{{> document}}{{#reason}}<small><bdi>{{reason}}</bdi></small>{{/reason}}</th><td class="name"><bdi>{{agency}}</bdi></td><td class="n">{{assessed_year}}</td><td class="n">{{conflicting}}</td><td class="n">{{contradictions}}</td><td class="n">{{disputed}}</td><td class="n">{{doubtful}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#more}}<p>{{> t_more}} <a href="documents.csv">documents.csv</a></p>{{/more}}
{{/review}}
{{^review}}<p>{{> t_none}}</p>{{/review}}
<h3 id="{{language}}-unread">{{> t_h_unread}}</h3>
{{#unread}}
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-unread">
<table>
<thead><tr><th scope="col">{{> t_reason}}</th><th scope="col">{{> t_state}}</th><th scope="col" class="n">{{> t_files}}</th><th scope="col">{{> t_example}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="name"><bdi>{{reason}}</bdi></th><td class="name">{{state}}</td><td class="n">{{n}}</td><td class="file"><bdi>{{source}}</bdi></td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#more}}<p>{{> t_more}} <a href="quarantine.csv">quarantine.csv</a></p>{{/more}}
{{/unread}}
{{^unread}}<p>{{> t_none}}</p>{{/unread}}

<h2 id="{{language}}-distribution">{{> t_h_distribution}}</h2>
{{#left_out}}{{#rows}}<p>{{> t_one_each}}</p>{{/rows}}{{/left_out}}
{{#distribution}}
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-distribution">
<table>
<thead><tr><th scope="col">{{> t_interval}}</th><th scope="col" class="n">{{> t_results}}</th><th scope="col" class="n">{{> t_share}}</th><th scope="col">{{> t_chart}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="short">{{low}}–{{high}}</th><td class="n">{{n}}</td><td class="n">{{share}}</td><td class="c"><svg role="img" viewBox="0 0 100 14" preserveAspectRatio="none"><title>{{low}}–{{high}}: {{n}}</title><desc>{{> t_results}}: {{share}} %</desc><rect class="bar" x="0" y="0" width="{{bar}}" height="14"/></svg></td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{/distribution}}
{{^distribution}}<p>{{> t_no_scores}}</p>{{/distribution}}
)html";
}

}  // namespace prongsai
