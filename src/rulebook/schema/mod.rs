//! The rulebook format as a JSON Schema, for editors that complete and check a rulebook as it is typed.
//!
//! Knows the same format as the reader, in sentences for authors; the terms come from the reader's and the vocabulary's own tables. A
//! test walks reader and schema side by side, so that neither knows a key or a term that the other does not. What a schema
//! cannot see (a clause that is not there, two titles alike, giving way in a circle) is the reader's alone.
//!
//! It accepts what the reader accepts, but for two things that nobody means: a key with nothing behind it, and an alternative of a
//! condition that no document meets.

mod case;
mod clause;
mod condition;
mod draft;
mod effect;
mod head;
mod json;
mod terms;
#[cfg(test)]
mod tests;

use json::{Json, defined, list, map, may, need, object, one_or_more, open_object, words};
use terms::{id, text};

/// A version of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// 2020-12, the current one.
    Draft2020,
    /// draft-07, which editors know best.
    Draft07,
}

impl Dialect {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Draft2020, Self::Draft07];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft2020 => "2020-12",
            Self::Draft07 => "draft-07",
        }
    }

    /// The dialect of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    const fn address(self) -> &'static str {
        match self {
            Self::Draft2020 => "https://json-schema.org/draft/2020-12/schema",
            Self::Draft07 => "http://json-schema.org/draft-07/schema#",
        }
    }
}

/// The JSON Schema of the rulebook format as JSON text, its keys in an order for readers.
#[must_use]
pub fn schema(dialect: Dialect) -> String {
    let schema = rulebook().after([("$schema", dialect.address().into())]).and([("$defs", definitions())]);
    let schema = match dialect {
        Dialect::Draft2020 => schema,
        Dialect::Draft07 => in_draft_07(schema),
    };
    // What has only text for keys can always be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}

fn rulebook() -> Json {
    object([
        may(
            "$schema",
            "本文件所用JSON Schema的地址，只供编辑器用，读取规则时不理会。",
            map([("type", "string".into())]),
        ),
        need("格式", "规则文件格式的版本，现为1。", map([("enum", Json::List(vec![1.into(), "1".into()]))])),
        need("标识", "规则的代号，只用小写字母、数字和连字符，例如 wujiagang。", terms::name()),
        need("名称", "规则的全称，例如：宜昌市伍家岗区人民政府工作规则。", text()),
        need("机关", "规则属于哪个机关，写全称，例如：宜昌市伍家岗区人民政府。", text()),
        need("层级", "该机关的层级。", words(super::head::LEVELS)),
        may("文号", "规则的发文字号，来源写明时才填，例如：宜伍府发〔2019〕1号。", text()),
        may("所据", "本规则立足于哪部上位规则，写其标识，或写明规则和解释，例如 tiaoli-2012。", head::base()),
        may("施行", "施行的起止日期和依据；含“自”当日，不含“至”当日。", head::in_force()),
        need("职务", "通用职务在本机关的称呼，只写文本里有的，例如：行政首长: 区长。", head::roles()),
        may("自定职务", "没有对应通用职务的称呼，后面写英文代码，例如：校长: principal。", open_object([], text())),
        may("会议", "通用会议在本机关的称呼，例如：全体会议: 区政府全体会议。", head::meetings()),
        may(
            "机关名称",
            "经办人写在主送、抄送里的机关名称，后面写其类别，例如：宜昌市人民政府: 上级政府。",
            open_object([], defined("addresseeKind")),
        ),
        may("事项", "文本据以区分的是非事项，各写一句问话；通用事项用通用的名字，其余自拟。", head::matters()),
        need("条款", "各项条款；文件中的先后没有意义。", one_or_more(defined("clause"))),
        may("不编", "关于程序、签批而不编成条款的规定，各写缘由。", one_or_more(head::omission())),
        may("未规定", "文本对其签批确未规定的公文，各写缘由；只作声明，不改变结果。", one_or_more(head::gap())),
        may("冲突", "要求不一而文本未分先后的条款，各写缘由；只作声明，不改变结果。", one_or_more(head::conflict())),
        may("案例", "随规则附带的案例，每例一份公文和依文本应得的结果。", list(defined("case"))),
    ])
    .about("一个机关的工作规则：谁签发、经过哪些步骤、依据哪一条。")
    .titled("政府工作规则")
}

fn definitions() -> Json {
    map([
        ("clause", clause::clause().titled("条款")),
        ("givingWay", clause::giving_way()),
        ("id", id()),
        ("condition", condition::condition()),
        ("all", condition::all().titled("条件")),
        ("signing", effect::option().titled("签发")),
        ("step", effect::step().titled("步骤")),
        ("limit", effect::limit().titled("时限")),
        ("check", effect::check().titled("检查")),
        ("standingIn", effect::standing_in().titled("代行")),
        ("note", effect::note().titled("注")),
        ("matter", head::matter().titled("事项")),
        ("case", case::case().titled("案例")),
        ("expectation", case::expectation().titled("结果")),
        ("draft", draft::draft().titled("公文")),
        ("recipients", draft::recipients()),
        ("issuer", terms::issuer()),
        ("docType", terms::doc_type()),
        ("direction", terms::direction()),
        ("addresseeKind", terms::addressee_kind()),
        ("meeting", terms::meeting()),
        ("chair", terms::chair()),
        ("matterName", terms::matter_name()),
        ("role", terms::role()),
        ("act", terms::act()),
        ("modality", terms::modality()),
        ("choice", terms::choice()),
        ("stepKind", terms::step_kind()),
        ("flag", terms::flag()),
        ("date", terms::date()),
    ])
}

/// The same in the older dialect: definitions have another name, and what stands beside a reference would be ignored.
fn in_draft_07(json: Json) -> Json {
    match json {
        Json::Map(entries) => {
            let alone = entries.len() == 1;
            Json::Map(entries.into_iter().map(|(key, value)| older_entry(key, value, alone)).collect())
        }
        Json::List(items) => items.into_iter().map(in_draft_07).collect(),
        Json::Text(text) => Json::Text(text.replace("#/$defs/", "#/definitions/")),
        other => other,
    }
}

fn older_entry(key: String, value: Json, alone: bool) -> (String, Json) {
    let value = in_draft_07(value);
    match key.as_str() {
        "$defs" => ("definitions".to_owned(), value),
        "$ref" if !alone => ("allOf".to_owned(), Json::List(vec![map([("$ref", value)])])),
        _ => (key, value),
    }
}
