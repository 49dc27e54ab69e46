/* The text of scikit-learn's classification report, to the byte. */
#include <string.h>

#include "spiral_lab.h"
#include "writer.h"

/* ---------------------------------------------------------------- writing */

static void put_spaces(sl_writer *w, size_t count)
{
    if (w->to) memset(w->to + w->size, ' ', count);
    w->size += count;
}

/* Characters of UTF-8 as Python's len counts them: code points. */
static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++) count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

/* Right-aligned; what is wider sticks out. */
static void put(sl_writer *w, const char *text, size_t width)
{
    size_t length = characters(text);
    if (length < width) put_spaces(w, width - length);
    sl_put(w, text, strlen(text));
}

/* ---------------------------------------------------------------- numbers */

static char *put_whole(char *end, uint64_t value) /* written backwards from end */
{
    do *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

/* Followed by ".0" if `is_float`. */
static void put_count(sl_writer *w, double value, size_t width, bool is_float)
{
    char digits[24], *end = digits + sizeof digits - 1;
    *end = '\0';
    if (is_float) {
        end -= 2;
        memcpy(end, ".0", 2);
    }
    put(w, put_whole(end, (uint64_t)value), width);
}

/* round(value * 10^digits), value in [0, 1], exactly and half to even, as Python's format does. The
 * product is taken on the bits, in halves: value = mantissa / 2^shift. */
static uint64_t scaled(double value, int digits)
{
    uint64_t power = 1, bits;
    for (int i = 0; i < digits; i++) power *= 10;
    memcpy(&bits, &value, sizeof bits);
    int shift = 1075 - (int)(bits >> 52);
    uint64_t mantissa = (bits & 0x000fffffffffffffu) | 0x0010000000000000u;
    if (shift > 100) return 0; /* below 1e-14: rounds to 0 with up to 12 digits */

    /* mantissa * power = high * 2^32 + low, high below 2^62 */
    uint64_t low = (mantissa & 0xffffffffu) * (power & 0xffffffffu);
    uint64_t middle = (mantissa >> 32) * (power & 0xffffffffu) +
                      (mantissa & 0xffffffffu) * (power >> 32) + (low >> 32);
    uint64_t high = (((mantissa >> 32) * (power >> 32)) << 32) + middle;
    low &= 0xffffffffu;

    /* whole part and remainder of the division by 2^shift; shift is at least 52 */
    int cut = shift - 32;
    if (cut >= 63) return 0;
    uint64_t whole = high >> cut, rest = high & ((1ull << cut) - 1), half = 1ull << (cut - 1);
    bool up = rest > half || (rest == half && (low > 0 || (whole & 1)));
    return whole + up;
}

static void put_ratio(sl_writer *w, double value, int digits, size_t width)
{
    char text[24], *end = text + sizeof text - 1;
    uint64_t all = scaled(value, digits), power = 1;
    for (int i = 0; i < digits; i++) power *= 10;
    *end = '\0';
    if (digits) {
        char *point = put_whole(end, all % power);
        while (end - point < digits) *--point = '0';
        *--point = '.';
        end = point;
    }
    put(w, put_whole(end, all / power), width);
}

/* ---------------------------------------------------------------- lines */

enum { COLUMN = 9, MAX_DIGITS = 12 }; /* width of the columns of numbers; digits of a ratio */

/* The column of names is at least as wide as this. */
static const char weighted[] = "weighted avg";
_Static_assert(MAX_DIGITS < sizeof weighted, "more digits would widen the column of names");

typedef struct row_style {
    size_t name_width;
    int digits;
    bool float_support;
} row_style;

static void put_row(sl_writer *w, row_style style, const char *name, const sl_score *s,
                    bool accuracy)
{
    const double values[3] = {s->precision, s->recall, s->f1};
    put(w, name, style.name_width);
    put(w, " ", 1);
    for (int i = 0; i < 3; i++) {
        put(w, " ", 1);
        if (accuracy && i < 2)
            put(w, "", COLUMN);
        else
            put_ratio(w, values[i], style.digits, COLUMN);
    }
    put(w, " ", 1);
    put_count(w, s->support, COLUMN, style.float_support);
    put(w, "\n", 1);
}

static void put_header(sl_writer *w, row_style style)
{
    static const char *const headers[] = {"precision", "recall", "f1-score", "support"};
    put(w, "", style.name_width);
    put(w, " ", 1);
    for (int i = 0; i < 4; i++) {
        put(w, " ", 1);
        put(w, headers[i], COLUMN);
    }
    put(w, "\n\n", 2);
}

/* ---------------------------------------------------------------- the whole */

static sl_status write_report(sl_writer *w, const uint32_t *confusion, int32_t classes,
                              int32_t digits, const char *labels, bool every_class)
{
    sl_score scores[SL_MAX_CLASSES + 3];
    if (digits < 0 || digits > MAX_DIGITS) return SL_ERROR_DIGITS;
    sl_status status = sl_classification_scores(scores, confusion, classes, every_class);
    if (status) return status;

    const char *name[SL_MAX_CLASSES];
    for (int32_t j = 0; j < classes; j++, labels += strlen(labels) + 1) name[j] = labels;

    int32_t rows[SL_MAX_CLASSES], count = sl_report_rows(rows, confusion, classes, every_class);
    /* Where not one sample is right, scikit-learn counts in floats. */
    row_style style = {sizeof weighted - 1, digits, scores[classes].precision == 0};
    for (int32_t i = 0; i < count; i++) {
        size_t length = characters(name[rows[i]]);
        if (length > style.name_width) style.name_width = length;
    }

    put_header(w, style);
    for (int32_t i = 0; i < count; i++) put_row(w, style, name[rows[i]], &scores[rows[i]], false);
    put(w, "\n", 1);
    put_row(w, style, "accuracy", &scores[classes], true);
    put_row(w, style, "macro avg", &scores[classes + 1], false);
    put_row(w, style, weighted, &scores[classes + 2], false);
    sl_put(w, "", 1);
    return SL_OK;
}

sl_status sl_classification_report_size(size_t *size, const uint32_t *confusion, int32_t classes,
                                        int32_t digits, const char *labels, bool every_class)
{
    sl_writer w = {NULL, 0};
    sl_status status = write_report(&w, confusion, classes, digits, labels, every_class);
    if (!status) *size = w.size;
    return status;
}

sl_status sl_classification_report(char *text, const uint32_t *confusion, int32_t classes,
                                   int32_t digits, const char *labels, bool every_class)
{
    sl_writer w = {(uint8_t *)text, 0};
    return write_report(&w, confusion, classes, digits, labels, every_class);
}
