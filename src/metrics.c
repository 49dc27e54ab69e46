/* scikit-learn's confusion matrix and classification report, to the byte. */
#include <string.h>

#include "spiral_lab.h"

void sl_confusion_matrix(uint32_t *confusion, const uint8_t *y_true, const uint8_t *y_pred,
                         int32_t samples, int32_t classes)
{
    memset(confusion, 0, (size_t)classes * (size_t)classes * sizeof *confusion);
    for (int32_t i = 0; i < samples; i++) confusion[y_true[i] * classes + y_pred[i]]++;
}

/* ---------------------------------------------------------------- scores */

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0.0;
}

/* precision_recall_fscore_support with beta = 1, in scikit-learn 1.2's order of operations. */
static sl_score score(double hits, double predicted, double support)
{
    sl_score s = {ratio(hits, predicted), ratio(hits, support), 0, support};
    s.f1 = ratio(2.0 * s.precision * s.recall, s.precision + s.recall);
    return s;
}

/* numpy.add.reduce of up to 15 numbers: from 8 on, in eight partial sums. */
static double numpy_sum(const double *values, int32_t count)
{
    double sum = 0.0;
    int32_t i = 0;
    if (count >= 8) {
        const double *r = values;
        sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        i = 8;
    }
    for (; i < count; i++) sum += values[i];
    return sum;
}

static double mean_of(const sl_score *scores, size_t field, int32_t classes, bool weighted)
{
    double values[SL_MAX_CLASSES], supports[SL_MAX_CLASSES];
    for (int32_t j = 0; j < classes; j++) {
        double value;
        memcpy(&value, (const char *)&scores[j] + field, sizeof value);
        supports[j] = scores[j].support;
        values[j] = weighted ? value * supports[j] : value;
    }
    return numpy_sum(values, classes) / (weighted ? numpy_sum(supports, classes) : classes);
}

static sl_score mean_score(const sl_score *scores, int32_t classes, bool weighted, double support)
{
    if (support == 0) return (sl_score){0};
    return (sl_score){mean_of(scores, offsetof(sl_score, precision), classes, weighted),
                      mean_of(scores, offsetof(sl_score, recall), classes, weighted),
                      mean_of(scores, offsetof(sl_score, f1), classes, weighted), support};
}

/* Of 0 to SL_MAX_CLASSES classes. */
static void fill_scores(sl_score *scores, const uint32_t *confusion, int32_t classes)
{
    double all_hits = 0, all = 0;
    for (int32_t j = 0; j < classes; j++) {
        double hits = confusion[j * classes + j], predicted = 0, support = 0;
        for (int32_t i = 0; i < classes; i++) {
            predicted += confusion[i * classes + j];
            support += confusion[j * classes + i];
        }
        scores[j] = score(hits, predicted, support);
        all_hits += hits;
        all += support;
    }
    scores[classes] = score(all_hits, all, all);
    scores[classes + 1] = mean_score(scores, classes, false, all);
    scores[classes + 2] = mean_score(scores, classes, true, all);
}

sl_status sl_classification_scores(sl_score *scores, const uint32_t *confusion, int32_t classes)
{
    if (classes < 1 || classes > SL_MAX_CLASSES) return SL_ERROR_CLASSES;
    fill_scores(scores, confusion, classes);
    return SL_OK;
}

/* ---------------------------------------------------------------- text */

static void put(char **at, const char *text, int width) /* right-aligned */
{
    int length = (int)strlen(text);
    for (; width > length; width--) *(*at)++ = ' ';
    memcpy(*at, text, (size_t)length);
    *at += length;
}

static char *put_whole(char *end, uint64_t value) /* written backwards from end */
{
    do *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

/* With ".0" behind it where `is_float`. */
static void put_count(char **at, double value, int width, bool is_float)
{
    char digits[24], *end = digits + sizeof digits - 1;
    *end = '\0';
    if (is_float) {
        end -= 2;
        memcpy(end, ".0", 2);
    }
    put(at, put_whole(end, (uint64_t)value), width);
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

static void put_ratio(char **at, double value, int digits, int width)
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
    put(at, put_whole(end, all / power), width);
}

enum { NAME = 12, COLUMN = 9 }; /* widths; of the names "weighted avg" is the longest */

typedef struct row_style {
    int digits;
    bool float_support;
} row_style;

static void put_row(char **at, const char *name, const sl_score *s, row_style style, bool accuracy)
{
    put(at, name, NAME);
    put(at, " ", 1);
    const double values[3] = {s->precision, s->recall, s->f1};
    for (int i = 0; i < 3; i++) {
        put(at, " ", 1);
        if (accuracy && i < 2)
            put(at, "", COLUMN);
        else
            put_ratio(at, values[i], style.digits, COLUMN);
    }
    put(at, " ", 1);
    put_count(at, s->support, COLUMN, style.float_support);
    put(at, "\n", 1);
}

/* A class without a true and a predicted sample. */
static bool absent(const uint32_t *confusion, int32_t classes, int32_t j)
{
    for (int32_t i = 0; i < classes; i++)
        if (confusion[i * classes + j] || confusion[j * classes + i]) return false;
    return true;
}

static void label_of(char *text, int32_t j, sl_labels labels)
{
    char digits[24], *end = digits + sizeof digits - 1;
    *end = '\0';
    strcpy(text, put_whole(end, (uint64_t)j));
    if (labels == SL_LABELS_FLOAT) strcat(text, ".0");
}

/* The labels that y would hold if nobody passed labels=: those that occur. */
static int32_t drop_absent(uint32_t *kept, int32_t *label, const uint32_t *confusion,
                           int32_t classes)
{
    int32_t count = 0;
    for (int32_t j = 0; j < classes; j++)
        if (!absent(confusion, classes, j)) label[count++] = j;
    for (int32_t i = 0; i < count; i++)
        for (int32_t j = 0; j < count; j++)
            kept[i * count + j] = confusion[label[i] * classes + label[j]];
    return count;
}

sl_status sl_classification_report(char *text, const uint32_t *confusion, int32_t classes,
                                   int32_t digits, sl_labels labels)
{
    text[0] = '\0';
    if (digits < 0 || digits > 12) return SL_ERROR_DIGITS;
    if (classes < 1 || classes > SL_MAX_CLASSES) return SL_ERROR_CLASSES;

    uint32_t kept[SL_MAX_CLASSES * SL_MAX_CLASSES];
    int32_t label[SL_MAX_CLASSES], present = drop_absent(kept, label, confusion, classes);
    bool accuracy = present == classes;
    if (labels == SL_LABELS_FLOAT) {
        classes = present;
        confusion = kept;
        accuracy = true;
    } else {
        for (int32_t j = 0; j < classes; j++) label[j] = j;
    }

    sl_score scores[SL_MAX_CLASSES + 3];
    fill_scores(scores, confusion, classes);

    /* Where not one sample is right, scikit-learn counts in floats. */
    const row_style style = {digits, scores[classes].precision == 0};
    char name[32];
    put(&text, "", NAME);
    put(&text, " ", 1);
    static const char *const headers[] = {"precision", "recall", "f1-score", "support"};
    for (int i = 0; i < 4; i++) {
        put(&text, " ", 1);
        put(&text, headers[i], COLUMN);
    }
    put(&text, "\n\n", 2);
    for (int32_t j = 0; j < classes; j++) {
        label_of(name, label[j], labels);
        put_row(&text, name, &scores[j], style, false);
    }
    put(&text, "\n", 1);
    put_row(&text, accuracy ? "accuracy" : "micro avg", &scores[classes], style, accuracy);
    put_row(&text, "macro avg", &scores[classes + 1], style, false);
    put_row(&text, "weighted avg", &scores[classes + 2], style, false);
    *text = '\0';
    return SL_OK;
}
