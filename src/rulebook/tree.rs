//! A rulebook's text as a tree that remembers where everything stands.
//!
//! YAML and JSON give the same tree. Scalars stay text: whether `57` is a number or an id is for the reader to say.

use super::issue::Issue;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::Value as Json;

/// Nobody nests a rulebook deeper; a limit keeps hostile input from exhausting the stack.
const DEEPEST: usize = 32;

/// A value and the place where it begins (line and column from 1; 0 where it did not come from text).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

impl Node {
    fn at(value: Value, span: &Span) -> Self {
        let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        Self { value, line: number(span.start.line()), column: number(span.start.col() + 1) }
    }

    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The entry of a map.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => {
                entries.iter().find(|(it, _)| it.scalar() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The same as JSON; plain numbers become numbers.
    pub(crate) fn to_json(&self) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Scalar(text) => match text.parse::<i64>() {
                Ok(number) if number.to_string() == *text => Json::from(number),
                _ => Json::from(text.as_str()),
            },
            Value::List(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Value::Map(entries) => Json::Object(
                entries
                    .iter()
                    .map(|(key, value)| (key.scalar().unwrap_or_default().to_owned(), value.to_json()))
                    .collect(),
            ),
        }
    }

    /// The tree of a JSON value: no places.
    pub(crate) fn from_json(json: &Json) -> Self {
        let value = match json {
            Json::Null => Value::Null,
            Json::Bool(it) => Value::Scalar(it.to_string()),
            Json::Number(it) => Value::Scalar(it.to_string()),
            Json::String(it) => Value::Scalar(it.clone()),
            Json::Array(items) => Value::List(items.iter().map(Node::from_json).collect()),
            Json::Object(entries) => Value::Map(
                entries
                    .iter()
                    .map(|(key, value)| {
                        (Node { value: Value::Scalar(key.clone()), line: 0, column: 0 }, Node::from_json(value))
                    })
                    .collect(),
            ),
        };
        Node { value, line: 0, column: 0 }
    }

    /// The tree of a YAML or JSON text.
    pub(crate) fn from_text(text: &str) -> Result<Self, Issue> {
        let mut reader = Reader { events: Parser::new_from_str(text.trim_start_matches('\u{feff}')) };
        reader.document()
    }
}

struct Reader<'a> {
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node, Issue> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
                Event::StreamEnd | Event::DocumentEnd => {
                    return Err(syntax("文件是空的", &span));
                }
                first => return self.node(first, span, 0),
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), Issue> {
        match self.events.next() {
            Some(Ok(it)) => Ok(it),
            Some(Err(error)) => Err(Issue {
                line: u32::try_from(error.marker().line()).ok(),
                column: u32::try_from(error.marker().col() + 1).ok(),
                ..syntax(&format!("不是合法的YAML或JSON：{}", error.info()), &Span::default())
            }),
            None => Err(syntax("文件没有写完", &Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Issue> {
        if depth > DEEPEST {
            return Err(syntax("嵌套过深", &span));
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
                Ok(Node::at(if null { Value::Null } else { Value::Scalar(text.into_owned()) }, &span))
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => return Ok(Node::at(Value::List(items), &span)),
                        (event, at) => items.push(self.node(event, at, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut entries: Vec<(Node, Node)> = Vec::new();
                loop {
                    match self.next()? {
                        (Event::MappingEnd, _) => return Ok(Node::at(Value::Map(entries), &span)),
                        (event, at) => {
                            let key = self.node(event, at, depth + 1)?;
                            let Some(name) = key.scalar() else { return Err(syntax("键必须是文字", &at)) };
                            if entries.iter().any(|(it, _)| it.scalar() == Some(name)) {
                                return Err(syntax(&format!("键`{name}`重复"), &at));
                            }
                            let (event, at) = self.next()?;
                            entries.push((key, self.node(event, at, depth + 1)?));
                        }
                    }
                }
            }
            Event::Alias(_) => Err(syntax("规则文件不用别名（*）", &span)),
            _ => Err(syntax("此处应有内容", &span)),
        }
    }
}

fn syntax(message: &str, span: &Span) -> Issue {
    let place = Node::at(Value::Null, span);
    Issue {
        code: "syntax",
        message: message.to_owned(),
        clause: None,
        path: String::new(),
        line: (place.line > 0).then_some(place.line),
        column: (place.line > 0).then_some(place.column),
        expected: None,
        suggestion: None,
    }
}
