//! The text form: YAML (and so JSON) to a tree with the place of everything.

use super::issue::Issue;
use super::slip;
use crate::tree::{Node, Value};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

/// Nobody nests a rulebook deeper; a limit keeps hostile input from exhausting the stack.
const DEEPEST: usize = 32;

/// The tree of a text.
pub(crate) fn tree(text: &str) -> Result<Node, Box<Issue>> {
    let text = text.trim_start_matches('\u{feff}');
    Reader { text, events: Parser::new_from_str(text) }.document()
}

fn node(value: Value, span: &Span) -> Node {
    let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    Node { value, line: number(span.start.line()), column: number(span.start.col() + 1) }
}

struct Reader<'a> {
    text: &'a str,
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node, Box<Issue>> {
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

    fn next(&mut self) -> Result<(Event<'a>, Span), Box<Issue>> {
        match self.events.next() {
            Some(Ok(it)) => Ok(it),
            Some(Err(error)) => Err(unreadable(self.text, &error)),
            None => Err(syntax("文件没有写完", &Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Box<Issue>> {
        if depth > DEEPEST {
            return Err(syntax("嵌套过深", &span));
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = (style == ScalarStyle::Plain).then(|| plain(&text)).flatten();
                Ok(node(plain.unwrap_or_else(|| Value::Text(text.into_owned())), &span))
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => return Ok(node(Value::List(items), &span)),
                        (event, at) => items.push(self.node(event, at, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut entries: Vec<(Node, Node)> = Vec::new();
                loop {
                    match self.next()? {
                        (Event::MappingEnd, _) => return Ok(node(Value::Map(entries), &span)),
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

/// What words without quotation marks are, where they are no text.
fn plain(text: &str) -> Option<Value> {
    match text {
        "" | "~" | "null" => Some(Value::Null),
        "true" => Some(Value::Bool(true)),
        "false" => Some(Value::Bool(false)),
        // Only what JSON would write in the same way: `007`, `1.50` and `1e3` are text.
        _ => {
            let number: serde_json::Number = text.parse().ok()?;
            let value = number.as_f64()?;
            (number.to_string() == text).then(|| Value::Number(value, text.to_owned()))
        }
    }
}

/// What the parser stumbled over: the slip behind it where it is a common one, else what the parser says.
fn unreadable(text: &str, error: &ScanError) -> Box<Issue> {
    let at = error.marker();
    let (message, line, column) = match slip::near(text, at.line()) {
        Some(slip) => (slip.message, slip.line, slip.column),
        None => (format!("不是合法的YAML或JSON：{}", error.info()), at.line(), at.col() + 1),
    };
    Box::new(Issue { line: u32::try_from(line).ok(), column: u32::try_from(column).ok(), ..Issue::syntax(message) })
}

fn syntax(message: &str, span: &Span) -> Box<Issue> {
    let place = node(Value::Null, span);
    Box::new(Issue {
        line: (place.line > 0).then_some(place.line),
        column: (place.line > 0).then_some(place.column),
        ..Issue::syntax(message.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use crate::tree::{Node, Value, read_json};

    #[test]
    fn json_and_yaml_give_the_same_tree() {
        let rulebook = include_str!("../../rulebooks/wujiagang/rules.yaml");
        let scalars =
            "[true, false, null, ~, 57, -3, 5.5, '57', 'true', 007, 1.50, 1e3, 2019-03-01, 18446744073709551615]";
        for text in [rulebook, scalars] {
            let mut yaml = super::tree(text).unwrap();
            let json = serde_json::to_string(&yaml).unwrap();
            forget_places(&mut yaml);
            assert_eq!(read_json(&json).unwrap(), yaml);
        }
    }

    /// Places, and how a fraction was written: JSON keeps its value alone.
    fn forget_places(node: &mut Node) {
        (node.line, node.column) = (0, 0);
        match &mut node.value {
            Value::List(items) => items.iter_mut().for_each(forget_places),
            Value::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                forget_places(key);
                forget_places(value);
            }),
            Value::Number(number, text) if number.fract() != 0.0 => "小数".clone_into(text),
            Value::Null | Value::Bool(_) | Value::Number(..) | Value::Text(_) => {}
        }
    }
}
