//! The rule texts themselves: are quotations verbatim, and do they stand where the citation says?
//!
//! The texts are not part of this repository. They are looked for in `../shared/sources` beside it.

use std::path::PathBuf;

/// Where the texts are, if they are here at all.
pub(crate) fn folder() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    beside.is_dir().then_some(beside)
}

/// One article: its paragraphs, each with its items.
struct Article {
    number: u32,
    paragraphs: Vec<Paragraph>,
}

struct Paragraph {
    text: String,
    items: Vec<String>,
}

/// A rule text, taken apart by its own numbers.
pub(crate) struct Text {
    articles: Vec<Article>,
}

impl Text {
    /// Takes a text apart.
    pub(crate) fn parse(text: &str) -> Self {
        let mut articles: Vec<Article> = Vec::new();
        for line in text.lines().map(squeeze).filter(|line| !line.is_empty() && !is_heading(line)) {
            if let Some(number) = article_number(&line) {
                articles.push(Article { number, paragraphs: vec![Paragraph { text: line, items: Vec::new() }] });
                continue;
            }
            let Some(article) = articles.last_mut() else { continue };
            let Some(paragraph) = article.paragraphs.last_mut() else { continue };
            if item_number(&line).is_some() {
                paragraph.items.push(line);
            } else if line.starts_with(|it: char| it.is_ascii_digit()) {
                // A sub-item belongs to the item above it.
                if let Some(item) = paragraph.items.last_mut() {
                    item.push_str(&line);
                }
            } else {
                article.paragraphs.push(Paragraph { text: line, items: Vec::new() });
            }
        }
        Self { articles }
    }

    /// The ids of all that the text numbers: every item, and every article that has none.
    pub(crate) fn provisions(&self) -> Vec<String> {
        let ids = |article: &Article| {
            let items = article.paragraphs.iter().flat_map(|it| &it.items).filter_map(|item| item_number(item));
            let ids: Vec<String> = items.map(|item| format!("{}-{item}", article.number)).collect();
            if ids.is_empty() { vec![article.number.to_string()] } else { ids }
        };
        self.articles.iter().flat_map(ids).collect()
    }

    /// Whether a quotation stands where the id says; otherwise what is wrong.
    pub(crate) fn check(&self, id: &str, cite: &str, quote: &str) -> Result<(), String> {
        let (article, paragraph, item) = parse_id(id).ok_or_else(|| format!("`{id}` is no id"))?;
        let cited = cited(cite).ok_or_else(|| format!("{id}: `{cite}` is no citation"))?;
        if cited.0 != article || cited.2.is_some_and(|it| Some(it) != item) {
            return Err(format!("{id}: the citation `{cite}` names another place"));
        }
        if cited.1.is_some_and(|it| it != paragraph.unwrap_or(1)) {
            return Err(format!("{id}: the citation `{cite}` names another paragraph"));
        }
        let quote = squeeze(quote);
        if quote.is_empty() {
            return Err(format!("{id}: no quotation"));
        }
        // A preface may use the same numbers as the articles: any place with this number will do.
        let places = self.articles.iter().filter(|it| it.number == article);
        if places.flat_map(|it| it.places(paragraph, item)).any(|words| words.contains(&quote)) {
            Ok(())
        } else {
            Err(format!("{id}: not found there verbatim: {quote}"))
        }
    }
}

impl Article {
    fn places(&self, paragraph: Option<u32>, item: Option<u32>) -> Vec<String> {
        let wanted = |at: usize, number: Option<u32>| number.is_none_or(|it| it as usize == at + 1);
        let paragraphs = self.paragraphs.iter().enumerate().filter(|(at, _)| wanted(*at, paragraph)).map(|(_, it)| it);
        match item {
            None => paragraphs.map(|it| it.text.clone() + &it.items.concat()).collect(),
            Some(number) => paragraphs
                .flat_map(|it| it.items.iter().filter(|item| item_number(item) == Some(number)).cloned())
                .collect(),
        }
    }
}

/// `(article, paragraph, item)` of an id.
pub(crate) fn parse_id(id: &str) -> Option<(u32, Option<u32>, Option<u32>)> {
    let id = id.trim_end_matches(|it: char| it.is_ascii_lowercase());
    let (place, item) = match id.split_once('-') {
        Some((place, item)) => (place, Some(item.parse().ok()?)),
        None => (id, None),
    };
    let (article, paragraph) = match place.split_once('p') {
        Some((article, paragraph)) => (article, Some(paragraph.parse().ok()?)),
        None => (place, None),
    };
    Some((article.parse().ok()?, paragraph, item))
}

/// `(article, paragraph, item)` of a citation: `第四十六条（一）`, `六十四、第三款`, `五十八`.
fn cited(cite: &str) -> Option<(u32, Option<u32>, Option<u32>)> {
    let cite = squeeze(cite);
    let (article, rest) = match cite.strip_prefix('第') {
        Some(rest) => {
            let end = rest.find(['条', '條'])?;
            (number(rest.get(..end)?)?, rest.get(end + '条'.len_utf8()..)?)
        }
        None => {
            let end = cite.find(|it| !NUMERALS.contains(it)).unwrap_or(cite.len());
            (number(cite.get(..end)?)?, cite.get(end..)?)
        }
    };
    let paragraph =
        rest.split_once('第').and_then(|(_, rest)| rest.split_once('款')).and_then(|(digits, _)| number(digits));
    let item = rest.split_once(['（', '(']).and_then(|(_, rest)| {
        let end = rest.find(['）', ')'])?;
        number(rest.get(..end)?)
    });
    Some((article, paragraph, item))
}

const NUMERALS: &str = "零〇一二三四五六七八九十百";

/// A Chinese numeral up to 999.
pub(crate) fn number(numeral: &str) -> Option<u32> {
    let (mut total, mut digit) = (0, None);
    for sign in numeral.chars() {
        match sign {
            '百' => total += digit.take().unwrap_or(1) * 100,
            '十' => total += digit.take().unwrap_or(1) * 10,
            '零' | '〇' => {}
            _ => digit = Some(u32::try_from("一二三四五六七八九".chars().position(|it| it == sign)?).ok()? + 1),
        }
    }
    let total = total + digit.unwrap_or(0);
    (total > 0).then_some(total)
}

fn article_number(line: &str) -> Option<u32> {
    if let Some(rest) = line.strip_prefix('第') {
        let end = rest.find(['条', '條'])?;
        return number(rest.get(..end)?);
    }
    let end = line.find('、')?;
    number(line.get(..end)?)
}

fn item_number(line: &str) -> Option<u32> {
    let rest = line.strip_prefix(['(', '（'])?;
    number(rest.get(..rest.find([')', '）'])?)?)
}

fn is_heading(line: &str) -> bool {
    line.starts_with('第')
        && line.find('章').is_some_and(|end| line.get('第'.len_utf8()..end).is_some_and(|it| number(it).is_some()))
}

/// White space aside.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && *it != '\u{3000}').collect()
}
