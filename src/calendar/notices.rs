//! The State Council's notices on days off, as shipped.
//!
//! A day is written as a number, month and day: `10_01`; the December before the year is its month 0, so that `30` is the
//! 30th of it. What a notice does not name is worked from Monday to Friday and off on Saturday and Sunday.

#![allow(clippy::mistyped_literal_suffixes, reason = "9_16 is a day of September, no number of 16 bits")]

/// The year of the first notice; each of the next has one.
pub(super) const FIRST_YEAR: i32 = 2019;

/// What is arranged for one year.
pub(super) struct Notice {
    /// Days off in a row, each from the first day until before the last.
    pub(super) off: &'static [(i16, i16)],
    /// Weekend days that are worked.
    pub(super) worked: &'static [i16],
}

/// One for each year from [`FIRST_YEAR`].
pub(super) static NOTICES: [Notice; 8] = [
    // 国务院办公厅关于2019年部分节假日安排的通知（国办发明电〔2018〕15号）
    // <http://www.gov.cn/xinwen/2018-12/06/content_5346287.htm>
    // 关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）
    // <http://www.gov.cn/zhengce/content/2019-03/22/content_5375877.htm>
    Notice {
        off: &[
            (30, 1_02),     // 元旦
            (2_04, 2_11),   // 春节
            (4_05, 4_08),   // 清明节
            (5_01, 5_05),   // 劳动节
            (6_07, 6_10),   // 端午节
            (9_13, 9_16),   // 中秋节
            (10_01, 10_08), // 国庆节
        ],
        worked: &[29, 2_02, 2_03, 4_28, 5_05, 9_29, 10_12],
    },
    // 国务院办公厅关于2020年部分节假日安排的通知（国办发明电〔2019〕16号）
    // <http://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm>
    // 关于延长2020年春节假期的通知（国办发明电〔2020〕1号）：原定2月1日上班取消
    // <http://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm>
    Notice {
        off: &[
            (1_01, 1_02),   // 元旦
            (1_24, 2_03),   // 春节
            (4_04, 4_07),   // 清明节
            (5_01, 5_06),   // 劳动节
            (6_25, 6_28),   // 端午节
            (10_01, 10_09), // 国庆节、中秋节
        ],
        worked: &[1_19, 4_26, 5_09, 6_28, 9_27, 10_10],
    },
    // 国务院办公厅关于2021年部分节假日安排的通知（国办发明电〔2020〕27号）
    // <http://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm>
    Notice {
        off: &[
            (1_01, 1_04),   // 元旦
            (2_11, 2_18),   // 春节
            (4_03, 4_06),   // 清明节
            (5_01, 5_06),   // 劳动节
            (6_12, 6_15),   // 端午节
            (9_19, 9_22),   // 中秋节
            (10_01, 10_08), // 国庆节
        ],
        worked: &[2_07, 2_20, 4_25, 5_08, 9_18, 9_26, 10_09],
    },
    // 国务院办公厅关于2022年部分节假日安排的通知（国办发明电〔2021〕11号）
    // <http://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm>
    Notice {
        off: &[
            (1_01, 1_04),   // 元旦
            (1_31, 2_07),   // 春节
            (4_03, 4_06),   // 清明节
            (4_30, 5_05),   // 劳动节
            (6_03, 6_06),   // 端午节
            (9_10, 9_13),   // 中秋节
            (10_01, 10_08), // 国庆节
        ],
        worked: &[1_29, 1_30, 4_02, 4_24, 5_07, 10_08, 10_09],
    },
    // 国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）
    // <http://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm>
    Notice {
        off: &[
            (31, 1_03),    // 元旦
            (1_21, 1_28),  // 春节
            (4_05, 4_06),  // 清明节
            (4_29, 5_04),  // 劳动节
            (6_22, 6_25),  // 端午节
            (9_29, 10_07), // 中秋节、国庆节
        ],
        worked: &[1_28, 1_29, 4_23, 5_06, 6_25, 10_07, 10_08],
    },
    // 国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）
    // <https://www.gov.cn/zhengce/content/202310/content_6911527.htm>
    Notice {
        off: &[
            (1_01, 1_02),   // 元旦
            (2_10, 2_18),   // 春节
            (4_04, 4_07),   // 清明节
            (5_01, 5_06),   // 劳动节
            (6_10, 6_11),   // 端午节
            (9_15, 9_18),   // 中秋节
            (10_01, 10_08), // 国庆节
        ],
        worked: &[2_04, 2_18, 4_07, 4_28, 5_11, 9_14, 9_29, 10_12],
    },
    // 国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）
    // <https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm>
    Notice {
        off: &[
            (1_01, 1_02),   // 元旦
            (1_28, 2_05),   // 春节
            (4_04, 4_07),   // 清明节
            (5_01, 5_06),   // 劳动节
            (5_31, 6_03),   // 端午节
            (10_01, 10_09), // 国庆节、中秋节
        ],
        worked: &[1_26, 2_08, 4_27, 9_28, 10_11],
    },
    // 国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）
    // <https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm>
    Notice {
        off: &[
            (1_01, 1_04),   // 元旦
            (2_15, 2_24),   // 春节
            (4_04, 4_07),   // 清明节
            (5_01, 5_06),   // 劳动节
            (6_19, 6_22),   // 端午节
            (9_25, 9_28),   // 中秋节
            (10_01, 10_08), // 国庆节
        ],
        worked: &[1_04, 2_14, 2_28, 5_09, 9_20, 10_10],
    },
];
