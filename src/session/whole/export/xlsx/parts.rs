//! The fixed parts of a workbook.

use super::text::push;

pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pub(super) const ROOT: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>",
    "</Relationships>",
);

/// Texts stay texts when a cell is edited (format 49), so that none becomes a formula by a keystroke.
pub(super) const STYLES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.0\"/><numFmt numFmtId=\"165\" formatCode=\"0.0##\"/></numFmts>",
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>",
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>",
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE6EFF3\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>",
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
    "<cellXfs count=\"7\">",
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"9\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
    "</cellXfs>",
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>",
    "</styleSheet>",
);

pub(super) const SHEET_START: &str = concat!(
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
    "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView",
);

pub(super) const SHEET_PANE: &str = concat!(
    " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
    "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>",
    "<sheetFormatPr defaultRowHeight=\"15\"/>",
);

pub(super) const SHEET_END: &str = concat!(
    "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>",
    "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
);

const MAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Which part is of which kind.
pub(super) fn types(sheets: usize) -> String {
    let mut out = String::from(HEAD);
    out.push_str("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    out.push_str("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    out.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    let mut part = |path: &str, kind: &str| {
        for piece in [
            "<Override PartName=\"/xl/",
            path,
            "\" ContentType=\"",
            MAIN,
            kind,
            "+xml\"/>",
        ] {
            out.push_str(piece);
        }
    };
    part("workbook.xml", "sheet.main");
    part("styles.xml", "styles");
    for n in 1..=sheets {
        let path = ["worksheets/sheet", &n.to_string(), ".xml"].concat();
        part(&path, "worksheet");
    }
    out.push_str("</Types>");
    out
}

/// The list of sheets.
pub(super) fn workbook(names: &[String]) -> String {
    let mut out = String::from(HEAD);
    out.push_str("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><bookViews><workbookView/></bookViews><sheets>");
    for (at, name) in names.iter().enumerate() {
        let n = (at + 1).to_string();
        out.push_str("<sheet name=\"");
        push(&mut out, name);
        for piece in ["\" sheetId=\"", &n, "\" r:id=\"rId", &n, "\"/>"] {
            out.push_str(piece);
        }
    }
    out.push_str("</sheets></workbook>");
    out
}

/// Where the parts of the workbook are.
pub(super) fn links(sheets: usize) -> String {
    let mut out = String::from(HEAD);
    out.push_str(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    let mut link = |n: usize, kind: &str, target: &str| {
        for piece in [
            "<Relationship Id=\"rId",
            &n.to_string(),
            "\" Type=\"",
            RELATED,
            kind,
            "\" Target=\"",
            target,
            "\"/>",
        ] {
            out.push_str(piece);
        }
    };
    for n in 1..=sheets {
        let target = ["worksheets/sheet", &n.to_string(), ".xml"].concat();
        link(n, "worksheet", &target);
    }
    link(sheets + 1, "styles", "styles.xml");
    out.push_str("</Relationships>");
    out
}
