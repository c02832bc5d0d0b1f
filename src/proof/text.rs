//! The text of the rules itself: are quotations verbatim, do they stand where the citation says, is every article accounted for?
//!
//! Knows how Chinese rule texts number themselves: articles (第四十六条, 四十六、), their paragraphs (one line each) and items (（一）).

use crate::rulebook::parse_id;

/// One article: its paragraphs, each with its items.
struct Article {
    number: u32,
    /// As the text writes it.
    label: String,
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
            if let Some((number, label)) = article_number(&line) {
                let paragraphs = vec![Paragraph { text: line.clone(), items: Vec::new() }];
                articles.push(Article { number, label: label.to_owned(), paragraphs });
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

    /// The articles, and items of articles otherwise accounted for, of which nobody accounts for anything, as the text writes
    /// them.
    pub(crate) fn missing<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
        let accounted: Vec<_> = ids.filter_map(place).collect();
        let mut missing = Vec::new();
        for article in &self.articles {
            let here: Vec<_> = accounted.iter().filter(|(number, ..)| *number == article.number).collect();
            if here.is_empty() {
                missing.push(article.label.clone());
                continue;
            }
            let items = article.paragraphs.iter().flat_map(|it| &it.items).filter_map(|item| item_number(item));
            let open = items.filter(|number| !here.iter().any(|(.., item)| item.is_none_or(|it| it == *number)));
            missing.extend(open.map(|number| format!("{}（{number}）", article.label)));
        }
        missing
    }

    /// Whether a quotation stands where the id says; otherwise what is wrong.
    pub(crate) fn check(&self, id: &str, cite: &str, quote: &str) -> Result<(), String> {
        let (article, paragraph, item) = place(id).ok_or_else(|| format!("编号`{id}`不合格式"))?;
        let cited = cited(cite).ok_or_else(|| format!("`{cite}`不像条文的写法"))?;
        if cited.0 != article || cited.2.is_some_and(|it| Some(it) != item) {
            return Err(format!("条文`{cite}`与编号`{id}`不是同一处"));
        }
        if cited.1.is_some_and(|it| it != paragraph.unwrap_or(1)) {
            return Err(format!("条文`{cite}`与编号`{id}`不是同一款"));
        }
        let quote = squeeze(quote);
        // A preface may use the same numbers as the articles: any place with this number will do.
        let places = self.articles.iter().filter(|it| it.number == article);
        if places.flat_map(|it| it.places(paragraph, item)).any(|words| words.contains(&quote)) {
            Ok(())
        } else {
            Err(format!("`{cite}`没有这样的原文：{quote}"))
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
fn place(id: &str) -> Option<(u32, Option<u32>, Option<u32>)> {
    let given = |number: u32| (number > 0).then_some(number);
    parse_id(id).map(|(article, paragraph, item, ..)| (article, given(paragraph), given(item)))
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

/// The number of the article that a line begins, and how the text writes it.
fn article_number(line: &str) -> Option<(u32, &str)> {
    if let Some(rest) = line.strip_prefix('第') {
        let end = rest.find(['条', '條'])?;
        return Some((number(rest.get(..end)?)?, line.get(..'第'.len_utf8() + end + '条'.len_utf8())?));
    }
    let label = line.get(..line.find('、')?)?;
    Some((number(label)?, label))
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

#[cfg(test)]
mod tests {
    use super::Text;

    const TEXT: &str = "第四十六条公文签发权限:\n(一)上报的公文,由区长签发;\n(二)其他公文,由副区长签发。\n第二款另说。\n四十七、文字。";

    #[test]
    fn a_quotation_that_is_not_there_is_found_out() {
        let text = Text::parse(TEXT);
        assert_eq!(text.check("46-1", "第四十六条（一）", "由区长 签发"), Ok(()));
        assert_eq!(text.check("46p2", "第四十六条第二款", "第二款另说"), Ok(()));
        assert_eq!(text.check("47", "四十七", "文字"), Ok(()));
        let wrong = |id: &str, cite: &str, quote: &str| text.check(id, cite, quote).err().unwrap_or_default();
        assert_eq!(wrong("46-2", "第四十六条（二）", "由区长签发"), "`第四十六条（二）`没有这样的原文：由区长签发");
        assert_eq!(wrong("46-1", "第四十五条（一）", "由区长签发"), "条文`第四十五条（一）`与编号`46-1`不是同一处");
        assert_eq!(wrong("46-1", "第四十六条（二）", "由区长签发"), "条文`第四十六条（二）`与编号`46-1`不是同一处");
        assert_eq!(wrong("46p2", "第四十六条第三款", "第二款另说"), "条文`第四十六条第三款`与编号`46p2`不是同一款");
        assert_eq!(wrong("46-1", "第四十六条（一）", "由区长审签"), "`第四十六条（一）`没有这样的原文：由区长审签");
        assert_eq!(wrong("46-1", "同上", "由区长签发"), "`同上`不像条文的写法");
    }

    #[test]
    fn an_article_of_which_nobody_accounts_for_anything_is_missing() {
        let text = Text::parse(TEXT);
        assert_eq!(text.missing(["46-1a", "46p2"].into_iter()), ["四十七"]);
        assert_eq!(text.missing(["46-1a", "47"].into_iter()), ["第四十六条（2）"]);
        assert_eq!(text.missing(["46", "47"].into_iter()), Vec::<String>::new());
    }
}
