<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi">
<context>
    <name>AbhaCardPanel</name>
    <message>
        <source>ABHA card</source>
        <translation>आभा कार्ड</translation>
    </message>
    <message>
        <source>No card is kept in this file: verify the ABHA once more, and it comes with it.</source>
        <translation>इस फ़ाइल में कार्ड नहीं है: आभा को एक बार फिर सत्यापित करें, कार्ड साथ आएगा।</translation>
    </message>
    <message>
        <source>As it was drawn at the last proof made here. Whoever looks at it stands in the trail.</source>
        <translation>जैसा यहाँ के पिछले सत्यापन पर बना था। जो देखता है उसका नाम लेखे में रहता है।</translation>
    </message>
    <message>
        <source>QR code of the ABHA</source>
        <translation>आभा का QR कोड</translation>
    </message>
    <message>
        <source>Drawn %1. What changed since then stands on a new one, with the next verification.</source>
        <translation>%1 को बना। तब से जो बदला वह अगले सत्यापन के नए कार्ड पर होगा।</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>कार्ड दिखाएँ</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>कार्ड सहेजें</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>कार्ड छापें</translation>
    </message>
</context>
<context>
    <name>AbhaPage</name>
    <message>
        <source>Creating an ABHA</source>
        <translation>आभा बन रहा है</translation>
    </message>
    <message>
        <source>Verifying an ABHA</source>
        <translation>आभा का सत्यापन</translation>
    </message>
    <message>
        <source>No ABHA needed</source>
        <translation>आभा ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>Care, booking and printing go on without one. We ask again after 90 days at the earliest.</source>
        <translation>इलाज, बुकिंग और छपाई इसके बिना भी चलती है। हम 90 दिन से पहले फिर नहीं पूछेंगे।</translation>
    </message>
    <message>
        <source>Continue without</source>
        <translation>इसके बिना आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>AbhaRows</name>
    <message>
        <source>%1 y</source>
        <comment>age in years</comment>
        <translation>%1 वर्ष</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>सक्रिय नहीं</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>सहमति</translation>
    </message>
    <message>
        <source>Face, with the ABHA app</source>
        <translation>चेहरा, आभा ऐप से</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>कौन है</translation>
    </message>
    <message>
        <source>Which ABHA</source>
        <translation>कौन-सा आभा</translation>
    </message>
    <message>
        <source>How to prove it</source>
        <translation>कैसे सत्यापित हो</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>वन-टाइम पासवर्ड</translation>
    </message>
    <message>
        <source>Mobile for ABHA messages</source>
        <translation>आभा संदेशों के लिए मोबाइल</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>ड्राइविंग लाइसेंस</translation>
    </message>
    <message>
        <source>ABHA address</source>
        <translation>आभा पता</translation>
    </message>
    <message>
        <source>Compare and attach</source>
        <translation>मिलाएँ और जोड़ें</translation>
    </message>
    <message>
        <source>Details as in Aadhaar</source>
        <translation>आधार के अनुसार विवरण</translation>
    </message>
    <message>
        <source>Aadhaar number</source>
        <translation>आधार नंबर</translation>
    </message>
    <message>
        <source>Finger or iris</source>
        <translation>उँगली या आँख की पुतली</translation>
    </message>
</context>
<context>
    <name>AbhaWords</name>
    <message>
        <source>Aadhaar Number is not valid</source>
        <translation>आधार नंबर मान्य नहीं है</translation>
    </message>
    <message>
        <source>Please enter a valid mobile number</source>
        <translation>कृपया मान्य मोबाइल नंबर लिखें</translation>
    </message>
    <message>
        <source>The code does not match. Type it again.</source>
        <translation>कोड मेल नहीं खाता। फिर से लिखें।</translation>
    </message>
    <message>
        <source>Both sides of the licence are needed as pictures of at most 100 KB.</source>
        <translation>लाइसेंस के दोनों भागों के चित्र चाहिए, हर एक अधिकतम 100 KB।</translation>
    </message>
    <message>
        <source>This step has expired. Start again; what was agreed is kept.</source>
        <translation>इस चरण का समय समाप्त हो गया। फिर से शुरू करें; दी गई सहमति सुरक्षित है।</translation>
    </message>
    <message>
        <source>The details differ from the document.</source>
        <translation>विवरण दस्तावेज़ से अलग हैं।</translation>
    </message>
    <message>
        <source>Name, birth date or sex differ from Aadhaar.</source>
        <translation>नाम, जन्म तिथि या लिंग आधार से अलग है।</translation>
    </message>
    <message>
        <source>There is no such ABHA address.</source>
        <translation>ऐसा कोई आभा पता नहीं है।</translation>
    </message>
    <message>
        <source>This training account has made its 100 ABHA numbers.</source>
        <translation>इस प्रशिक्षण खाते से 100 आभा नंबर बन चुके हैं।</translation>
    </message>
    <message>
        <source>The fingerprint reader is not set up for ABHA.</source>
        <translation>फिंगरप्रिंट रीडर आभा के लिए तैयार नहीं है।</translation>
    </message>
    <message>
        <source>This picture was not taken; it must show a face.</source>
        <translation>यह चित्र नहीं लिया गया; इसमें चेहरा दिखना चाहिए।</translation>
    </message>
    <message>
        <source>NO ABHA user registered with this Aadhaar Number</source>
        <translation>इस आधार नंबर से कोई आभा उपयोगकर्ता पंजीकृत नहीं है</translation>
    </message>
    <message>
        <source>No ABHA was found for this mobile number.</source>
        <translation>इस मोबाइल नंबर के लिए कोई आभा नहीं मिला।</translation>
    </message>
    <message>
        <source>No ABHA was found for this number.</source>
        <translation>इस नंबर के लिए कोई आभा नहीं मिला।</translation>
    </message>
    <message>
        <source>The code has expired. Ask for a new one.</source>
        <translation>कोड का समय समाप्त हो गया। नया मँगाएँ।</translation>
    </message>
    <message>
        <source>Too many tries.</source>
        <translation>बहुत अधिक कोशिशें।</translation>
    </message>
    <message>
        <source>The proof has run out. Please verify again.</source>
        <translation>सत्यापन का समय समाप्त हो गया। कृपया फिर से सत्यापित करें।</translation>
    </message>
    <message>
        <source>The ABHA service did not take this entry. Check it and send it again.</source>
        <translation>आभा सेवा ने यह प्रविष्टि नहीं ली। जाँचें और फिर भेजें।</translation>
    </message>
    <message>
        <source>This ABHA is not active.</source>
        <translation>यह आभा सक्रिय नहीं है।</translation>
    </message>
    <message>
        <source>This ABHA address is taken. Choose another.</source>
        <translation>यह आभा पता पहले से लिया हुआ है। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>This address breaks the rules printed beside the field.</source>
        <translation>यह पता साथ में छपे नियमों के अनुसार नहीं है।</translation>
    </message>
    <message>
        <source>This mobile is already used by 6 ABHA numbers. Use another.</source>
        <translation>यह मोबाइल पहले से 6 आभा नंबरों में लगा है। दूसरा दें।</translation>
    </message>
    <message>
        <source>The details differ from what the service knows.</source>
        <translation>विवरण उससे अलग हैं जो सेवा जानती है।</translation>
    </message>
    <message>
        <source>This was already done earlier.</source>
        <translation>यह पहले ही हो चुका है।</translation>
    </message>
    <message>
        <source>This way does not work now. Use another one.</source>
        <translation>यह तरीका अभी काम नहीं कर रहा। दूसरा अपनाएँ।</translation>
    </message>
    <message>
        <source>The health network is busy. Try in a minute.</source>
        <translation>स्वास्थ्य नेटवर्क व्यस्त है। एक मिनट में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The ABHA service does not answer now. You can go on without an ABHA; your work is saved.</source>
        <translation>आभा सेवा अभी उत्तर नहीं दे रही। आप आभा के बिना आगे बढ़ सकते हैं; आपका काम सुरक्षित है।</translation>
    </message>
    <message>
        <source>This clinic&apos;s ABDM account is not allowed to do this.</source>
        <translation>इस क्लिनिक के ABDM खाते को इसकी अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock may be wrong; the health network refused the time.</source>
        <translation>इस कंप्यूटर की घड़ी शायद गलत है; स्वास्थ्य नेटवर्क ने समय नहीं माना।</translation>
    </message>
    <message>
        <source>Only government programmes may do this.</source>
        <translation>यह केवल सरकारी कार्यक्रम कर सकते हैं।</translation>
    </message>
    <message>
        <source>The health network did not understand this program. Nothing was changed.</source>
        <translation>स्वास्थ्य नेटवर्क इस प्रोग्राम को समझ नहीं पाया। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>The Aadhaar OTP is not right.</source>
        <translation>आधार OTP सही नहीं है।</translation>
    </message>
    <message>
        <source>No answer came in time. Nothing was attached; your work is saved.</source>
        <translation>समय पर उत्तर नहीं आया। कुछ नहीं जोड़ा गया; आपका काम सुरक्षित है।</translation>
    </message>
    <message>
        <source>The ABHA service refused this. Nothing was attached.</source>
        <translation>आभा सेवा ने मना किया। कुछ नहीं जोड़ा गया।</translation>
    </message>
    <message>
        <source>The ABHA service says: “%1”</source>
        <translation>आभा सेवा कहती है: “%1”</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>फिर से शुरू करें</translation>
    </message>
    <message>
        <source>Use another way</source>
        <translation>दूसरा तरीका अपनाएँ</translation>
    </message>
    <message>
        <source>Create an ABHA</source>
        <translation>आभा बनाएँ</translation>
    </message>
    <message>
        <source>Verify it instead</source>
        <translation>इसके बजाय सत्यापित करें</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Too many tries. It opens again at %1.</source>
        <translation>बहुत अधिक कोशिशें। %1 बजे फिर खुलेगा।</translation>
    </message>
    <message>
        <source>Tell your administrator the code below.</source>
        <translation>नीचे का कोड अपने प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>OTP on the Aadhaar mobile</source>
        <translation>आधार मोबाइल पर OTP</translation>
    </message>
    <message>
        <source>OTP on the ABHA mobile</source>
        <translation>आभा मोबाइल पर OTP</translation>
    </message>
    <message>
        <source>proved by Aadhaar OTP</source>
        <translation>आधार OTP से सत्यापित</translation>
    </message>
    <message>
        <source>proved by an OTP on the ABHA mobile</source>
        <translation>आभा मोबाइल के OTP से सत्यापित</translation>
    </message>
    <message>
        <source>proved by fingerprint</source>
        <translation>फिंगरप्रिंट से सत्यापित</translation>
    </message>
    <message>
        <source>proved by face</source>
        <translation>चेहरे से सत्यापित</translation>
    </message>
    <message>
        <source>proved by iris</source>
        <translation>आइरिस से सत्यापित</translation>
    </message>
    <message>
        <source>created here</source>
        <translation>यहाँ बनाया गया</translation>
    </message>
    <message>
        <source>shared by the person&apos;s app</source>
        <translation>व्यक्ति के ऐप से साझा</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>सत्यापित नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds left</comment>
        <translation>
            <numerusform>%n सेकंड</numerusform>
            <numerusform>%n सेकंड</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 मिनट %2 सेकंड</translation>
    </message>
    <message>
        <source>No ABHA belongs to what was entered.</source>
        <translation>जो भरा गया उससे कोई आभा नहीं मिला।</translation>
    </message>
    <message>
        <source>No code can be sent for this ABHA: it has no mobile for one. Use another way.</source>
        <translation>इस आभा के लिए कोड नहीं भेजा जा सकता: इसमें मोबाइल नहीं है। दूसरा तरीका अपनाएँ।</translation>
    </message>
    <message>
        <source>The ABHA service is not set up for this clinic. Care goes on without it.</source>
        <translation>इस क्लिनिक में आभा सेवा चालू नहीं है। इलाज इसके बिना चलता है।</translation>
    </message>
    <message>
        <source>The face was not recognised. Start again or use another way.</source>
        <translation>चेहरा पहचाना नहीं गया। फिर से शुरू करें या दूसरा तरीका अपनाएँ।</translation>
    </message>
    <message>
        <source>The time for the face check is over. Start again.</source>
        <translation>चेहरे की जाँच का समय पूरा हो गया। फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>The time to choose is over. Ask for a new code.</source>
        <translation>चुनने का समय पूरा हो गया। नया कोड मँगाएँ।</translation>
    </message>
    <message>
        <source>The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.</source>
        <translation>आभा सेवा का जवाब पढ़ा नहीं जा सका। कुछ नहीं जोड़ा गया; आपका काम सुरक्षित है।</translation>
    </message>
    <message>
        <source>The ABHA service did not give its key, so nothing was sent. Your work is saved.</source>
        <translation>आभा सेवा ने अपनी कुंजी नहीं दी, इसलिए कुछ नहीं भेजा गया। आपका काम सुरक्षित है।</translation>
    </message>
    <message>
        <source>The picture of the ABHA card or its QR could not be read. The ABHA itself is not touched.</source>
        <translation>आभा कार्ड या QR की तस्वीर पढ़ी नहीं जा सकी। आभा पर कोई असर नहीं हुआ।</translation>
    </message>
    <message>
        <source>The entry could not be encrypted for the ABHA service. Nothing was sent; your work is saved.</source>
        <translation>आभा सेवा के लिए जानकारी कूटबद्ध नहीं हो सकी। कुछ नहीं भेजा गया; आपका काम सुरक्षित है।</translation>
    </message>
    <message>
        <source>No registered fingerprint or iris device answers at this computer. Use a code, or the face with the ABHA app.</source>
        <translation>इस कंप्यूटर पर कोई पंजीकृत फ़िंगरप्रिंट या आइरिस यंत्र उत्तर नहीं देता। कोड से करें, या ABHA ऐप में चेहरे से।</translation>
    </message>
    <message>
        <source>The device is not ready. Check its cable and light, then capture again.</source>
        <translation>उपकरण तैयार नहीं है। उसका तार और बत्ती जाँचें, फिर दोबारा लें।</translation>
    </message>
    <message>
        <source>The device captured nothing. Clean the finger or the glass, then try again.</source>
        <translation>उपकरण कुछ नहीं ले पाया। उँगली या काँच साफ़ करें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>The device sent an answer that cannot be read. Nothing was sent.</source>
        <translation>उपकरण का उत्तर पढ़ा नहीं जा सका। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Only an approved government programme may create an ABHA from details; this clinic&apos;s account is none. Use the code on the Aadhaar mobile.</source>
        <translation>केवल स्वीकृत सरकारी कार्यक्रम ही विवरण से आभा बना सकता है; इस क्लिनिक का खाता ऐसा नहीं है। आधार मोबाइल पर आए कोड से बनाएँ।</translation>
    </message>
    <message>
        <source>This district is not in this state.</source>
        <translation>यह ज़िला इस राज्य में नहीं है।</translation>
    </message>
    <message>
        <source>proved by details in Aadhaar</source>
        <translation>आधार के विवरण से सत्यापित</translation>
    </message>
</context>
<context>
    <name>AccountsStage</name>
    <message>
        <source>Which of these is the person in front of you?</source>
        <translation>इनमें से आपके सामने कौन है?</translation>
    </message>
    <message>
        <source>Photo of %1</source>
        <translation>%1 की फ़ोटो</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>इनमें से कोई नहीं</translation>
    </message>
</context>
<context>
    <name>AddPrescriptionPage</name>
    <message>
        <source>Look and confirm</source>
        <translation>देखें और पक्का करें</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>पन्ना %1 / %2</translation>
    </message>
    <message>
        <source>The camera part is not installed on this computer.</source>
        <translation>इस कंप्यूटर पर कैमरा वाला हिस्सा नहीं है।</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>रिपोर्ट पर वापस</translation>
    </message>
    <message>
        <source>Drop the pictures here</source>
        <translation>तस्वीरें यहाँ छोड़ें</translation>
    </message>
    <message>
        <source>Drop the prescription here</source>
        <translation>पर्चा यहाँ छोड़ें</translation>
    </message>
</context>
<context>
    <name>AddTools</name>
    <message>
        <source>Page %1</source>
        <translation>पन्ना %1</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>घुमाएँ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>Add page</source>
        <translation>पन्ना जोड़ें</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>कैमरा</translation>
    </message>
    <message>
        <source>Position and device data of photos are removed. The original stays in this clinic.</source>
        <translation>फ़ोटो से जगह और फ़ोन की जानकारी हटा दी जाती है। मूल फ़ाइल इसी क्लिनिक में रहती है।</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>कच्चा पर्चा फेंकें</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>यह कच्चा पर्चा फेंकें?</translation>
    </message>
    <message>
        <source>Its pages are removed from this clinic. The files on your computer stay.</source>
        <translation>इसके पन्ने क्लिनिक से हट जाएँगे। कंप्यूटर की फ़ाइलें रहेंगी।</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>फेंकें</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>यह क्या है?</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>पर्चा</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>अन्य काग़ज़</translation>
    </message>
</context>
<context>
    <name>AddedFiles</name>
    <message>
        <source>The file has %1.</source>
        <translation>फ़ाइल %1 की है।</translation>
    </message>
    <message numerus="yes">
        <source>It would have %n page(s).</source>
        <translation>
            <numerusform>इसमें %n पन्ना हो जाएगा।</numerusform>
            <numerusform>इसमें %n पन्ने हो जाएँगे।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddressStage</name>
    <message>
        <source>ABHA address</source>
        <translation>आभा पता</translation>
    </message>
    <message>
        <source>An easy name for the person&apos;s ABHA. Choose one, or type another.</source>
        <translation>व्यक्ति के आभा के लिए एक आसान नाम। एक चुनें, या दूसरा लिखें।</translation>
    </message>
    <message>
        <source>Keep the number as address</source>
        <translation>नंबर को ही पता रखें</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 रखें</translation>
    </message>
    <message>
        <source>One of the rules is not kept yet.</source>
        <translation>अभी एक नियम पूरा नहीं हुआ।</translation>
    </message>
    <message>
        <source>Another one, before @%1</source>
        <translation>दूसरा, @%1 से पहले</translation>
    </message>
    <message>
        <source>%1: kept</source>
        <translation>%1: पूरा</translation>
    </message>
    <message>
        <source>%1: not kept</source>
        <translation>%1: पूरा नहीं</translation>
    </message>
</context>
<context>
    <name>AlikeDialog</name>
    <message>
        <source>The same page twice?</source>
        <translation>वही पन्ना दो बार?</translation>
    </message>
    <message>
        <source>These two pictures seem to show the same paper. Which one is kept is your choice; the other is removed from this draft.</source>
        <translation>ये दोनों तस्वीरें एक ही काग़ज़ की लगती हैं। कौन-सी रहे, यह आप चुनें; दूसरी इस मसौदे से हटा दी जाएगी।</translation>
    </message>
    <message>
        <source>Keep better</source>
        <translation>बेहतर रखें</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>दोनों रखें</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>पन्ना %1</translation>
    </message>
    <message>
        <source>the sharper one</source>
        <translation>ज़्यादा साफ़</translation>
    </message>
    <message>
        <source>Keep page %1</source>
        <translation>पन्ना %1 रखें</translation>
    </message>
</context>
<context>
    <name>AskForAbha</name>
    <message>
        <source>Ask for the ABHA</source>
        <translation>आभा के बारे में पूछें</translation>
    </message>
    <message>
        <source>ABHA</source>
        <translation>आभा</translation>
    </message>
    <message>
        <source>With a verified ABHA the record reaches the person&apos;s own app.</source>
        <translation>सत्यापित आभा होने पर रिकॉर्ड व्यक्ति के अपने ऐप में पहुँचता है।</translation>
    </message>
    <message>
        <source>The ABHA in the file is not verified yet.</source>
        <translation>फ़ाइल का आभा अभी सत्यापित नहीं है।</translation>
    </message>
    <message>
        <source>The person went on without one. It can be changed at any time.</source>
        <translation>व्यक्ति इसके बिना आगे बढ़ा। इसे कभी भी बदला जा सकता है।</translation>
    </message>
    <message>
        <source>Verify ABHA</source>
        <translation>आभा सत्यापित करें</translation>
    </message>
    <message>
        <source>Create ABHA</source>
        <translation>आभा बनाएँ</translation>
    </message>
    <message>
        <source>Continue without</source>
        <translation>इसके बिना आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>AttachedStage</name>
    <message>
        <source>The ABHA is in the file</source>
        <translation>आभा फ़ाइल में है</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>ABHA card</source>
        <translation>आभा कार्ड</translation>
    </message>
    <message>
        <source>QR code of the ABHA</source>
        <translation>आभा का QR कोड</translation>
    </message>
    <message>
        <source>The service gave no card now. It can be fetched with the next verification.</source>
        <translation>सेवा ने अभी कार्ड नहीं दिया। अगले सत्यापन में मिल सकता है।</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>कार्ड सहेजें</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>कार्ड छापें</translation>
    </message>
    <message>
        <source>The enrolment number is in the file</source>
        <translation>नामांकन संख्या फ़ाइल में है</translation>
    </message>
    <message>
        <source>There is a card when it has become an ABHA.</source>
        <translation>ABHA बन जाने पर कार्ड मिलेगा।</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n पर ध्यान दें</numerusform>
            <numerusform>%n पर ध्यान दें</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>सब ठीक है</translation>
    </message>
    <message>
        <source>Every record is on its way or arrived.</source>
        <translation>हर पर्चा रास्ते में है या पहुँच गया है।</translation>
    </message>
    <message>
        <source>Open list</source>
        <translation>सब देखें</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n पर ध्यान दें</numerusform>
            <numerusform>%n पर ध्यान दें</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>ध्यान दें</translation>
    </message>
    <message>
        <source>Send all again</source>
        <translation>सब फिर भेजें</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>अभी कुछ करना नहीं है।</translation>
    </message>
    <message>
        <source>A record that cannot go on by itself appears here with one thing to do.</source>
        <translation>जो पर्चा अपने आप आगे नहीं जा सकता, वह यहाँ एक काम के साथ दिखता है।</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>संभावित दोहरी फ़ाइलें</translation>
    </message>
    <message>
        <source>National registries</source>
        <translation>राष्ट्रीय रजिस्टर</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>सहमतियाँ</translation>
    </message>
    <message>
        <source>Medicine lists</source>
        <translation>दवा सूचियाँ</translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message>
        <source>Move the visit</source>
        <translation>समय बदलें</translation>
    </message>
    <message>
        <source>Confirm booking</source>
        <translation>बुकिंग पक्की करें</translation>
    </message>
    <message>
        <source>Choose a time first.</source>
        <translation>पहले समय चुनें।</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>पिछला दिन</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>अगला दिन</translation>
    </message>
    <message>
        <source>No free time on this day</source>
        <translation>इस दिन कोई समय खाली नहीं</translation>
    </message>
    <message>
        <source>The next days:</source>
        <translation>अगले दिन:</translation>
    </message>
    <message>
        <source>Nothing free</source>
        <translation>कुछ खाली नहीं</translation>
    </message>
</context>
<context>
    <name>BookingPanel</name>
    <message>
        <source>Clinic</source>
        <translation>क्लिनिक</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>कैसे मिलेंगे</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>क्लिनिक में</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>वीडियो</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>डॉक्टर</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>आपके लिए रोका गया</translation>
    </message>
    <message>
        <source>Stays held for %1</source>
        <translation>%1 तक रुका रहेगा</translation>
    </message>
    <message>
        <source>Choose a time. It is then held for 5 minutes while you confirm.</source>
        <translation>समय चुनें। पक्का करने के लिए वह 5 मिनट रुका रहेगा।</translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Working</source>
        <translation>काम चल रहा है</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Camera</source>
        <translation>कैमरा</translation>
    </message>
    <message>
        <source>No camera was found on this computer.</source>
        <translation>इस कंप्यूटर पर कैमरा नहीं मिला।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>फ़ोटो लें</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Live picture of the camera</source>
        <translation>कैमरे की चलती तस्वीर</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Who is it?</source>
        <translation>यह कौन है?</translation>
    </message>
    <message>
        <source>A new file for this person</source>
        <translation>इस व्यक्ति की नई फ़ाइल</translation>
    </message>
</context>
<context>
    <name>CaptureStage</name>
    <message>
        <source>Finger or iris</source>
        <translation>उँगली या आँख की पुतली</translation>
    </message>
    <message>
        <source>The device encrypts what it captures for UIDAI. Nothing of it is stored, shown or readable here.</source>
        <translation>उपकरण जो लेता है उसे UIDAI के लिए कूटबद्ध करता है। यहाँ उसका कुछ भी न सहेजा जाता है, न दिखता है, न पढ़ा जा सकता है।</translation>
    </message>
    <message>
        <source>Waiting for the device</source>
        <translation>उपकरण की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Capture the iris</source>
        <translation>पुतली लें</translation>
    </message>
    <message>
        <source>Capture the finger</source>
        <translation>उँगली लें</translation>
    </message>
    <message>
        <source>What is captured</source>
        <translation>क्या लिया जाए</translation>
    </message>
    <message>
        <source>Finger</source>
        <translation>उँगली</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>पुतली</translation>
    </message>
    <message>
        <source>Then ask the person to look into the device, eyes open, until it is done.</source>
        <translation>फिर व्यक्ति से कहें कि पूरा होने तक आँखें खुली रखकर उपकरण में देखें।</translation>
    </message>
    <message>
        <source>Then ask the person to rest one finger on the device until it is done.</source>
        <translation>फिर व्यक्ति से कहें कि पूरा होने तक एक उँगली उपकरण पर रखे रहें।</translation>
    </message>
</context>
<context>
    <name>CardFileDialog</name>
    <message>
        <source>Save the ABHA card</source>
        <translation>आभा कार्ड सहेजें</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>चित्र चुनें</translation>
    </message>
    <message>
        <source>Picture (%1)</source>
        <translation>चित्र (%1)</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>चित्र (%1)</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Delivery, step by step</source>
        <translation>भेजने के चरण</translation>
    </message>
</context>
<context>
    <name>ClinicTime</name>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 घंटे</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Confirm and keep here</source>
        <translation>पक्का करें और यहीं रखें</translation>
    </message>
    <message>
        <source>Send to ABHA app</source>
        <translation>ABHA ऐप में भेजें</translation>
    </message>
    <message>
        <source>Reading the pages</source>
        <translation>पन्ने पढ़े जा रहे हैं</translation>
    </message>
    <message>
        <source>Is this the right person?</source>
        <translation>क्या यही मरीज़ हैं?</translation>
    </message>
    <message>
        <source>Came to this visit</source>
        <translation>जो मिलने आए</translation>
    </message>
    <message>
        <source>Gets the record</source>
        <translation>जिन्हें पर्चा मिलेगा</translation>
    </message>
    <message>
        <source>These are two different people. Go back and open the right file.</source>
        <translation>ये दो अलग लोग हैं। वापस जाकर सही फ़ाइल खोलें।</translation>
    </message>
    <message>
        <source>What will be shared</source>
        <translation>क्या भेजा जाएगा</translation>
    </message>
    <message>
        <source>Gets the record: ABHA, verified</source>
        <translation>रिकॉर्ड पाने वाला: आभा, सत्यापित</translation>
    </message>
    <message>
        <source>See the printed sheet</source>
        <translation>छपा हुआ पर्चा देखें</translation>
    </message>
</context>
<context>
    <name>ConflictStage</name>
    <message>
        <source>This file has another ABHA</source>
        <translation>इस फ़ाइल में दूसरा आभा है</translation>
    </message>
    <message>
        <source>Another file has this ABHA already</source>
        <translation>यह आभा पहले से दूसरी फ़ाइल में है</translation>
    </message>
    <message>
        <source>Detach the wrong one in the patient&apos;s file first. Nothing was changed.</source>
        <translation>पहले मरीज़ की फ़ाइल से गलत वाला हटाएँ। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>The person is registered here: open that file. Nothing was changed.</source>
        <translation>यह व्यक्ति यहाँ पंजीकृत है: वह फ़ाइल खोलें। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Open the file of %1</source>
        <translation>%1 की फ़ाइल खोलें</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>यह फ़ाइल</translation>
    </message>
    <message>
        <source>The other file</source>
        <translation>दूसरी फ़ाइल</translation>
    </message>
    <message>
        <source>Reason for moving it here</source>
        <translation>यहाँ लाने का कारण</translation>
    </message>
    <message>
        <source>Move the ABHA here</source>
        <translation>आभा यहाँ लाएँ</translation>
    </message>
    <message>
        <source>Merge the two files if they are one person, or move the ABHA here if it was attached to the wrong one. Nothing was changed yet.</source>
        <translation>एक ही व्यक्ति हो तो दोनों फ़ाइलें मिलाएँ, या आभा ग़लत फ़ाइल में जुड़ा हो तो यहाँ लाएँ। अभी कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Merge the two files</source>
        <translation>दोनों फ़ाइलें मिलाएँ</translation>
    </message>
</context>
<context>
    <name>ConsentStage</name>
    <message>
        <source>Read it out or let the person read it. Nothing is asked for before they agree.</source>
        <translation>पढ़कर सुनाएँ या पढ़ने दें। सहमति से पहले कुछ नहीं पूछा जाता।</translation>
    </message>
    <message>
        <source>Agreed, go on</source>
        <translation>सहमति है, आगे बढ़ें</translation>
    </message>
    <message>
        <source>Tick that the person agrees.</source>
        <translation>टिक करें कि व्यक्ति सहमत है।</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>पाठ की भाषा</translation>
    </message>
    <message>
        <source>How the person agrees</source>
        <translation>सहमति कैसे दी</translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation>इस स्क्रीन पर</translation>
    </message>
    <message>
        <source>On a printed form</source>
        <translation>छपे फ़ॉर्म पर</translation>
    </message>
    <message>
        <source>I agree. This was explained in a language that I understand.</source>
        <translation>मैं सहमत हूँ। यह मुझे मेरी समझ की भाषा में समझाया गया।</translation>
    </message>
</context>
<context>
    <name>ConsentWords</name>
    <message>
        <source>For treatment</source>
        <translation>इलाज के लिए</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>आपात स्थिति में</translation>
    </message>
    <message>
        <source>For public health</source>
        <translation>जन स्वास्थ्य के लिए</translation>
    </message>
    <message>
        <source>For a payment or claim</source>
        <translation>भुगतान या दावे के लिए</translation>
    </message>
    <message>
        <source>For research</source>
        <translation>शोध के लिए</translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation>मरीज़ के लिए</translation>
    </message>
    <message>
        <source>For a purpose we do not know</source>
        <translation>ऐसे उद्देश्य के लिए जो हमें ज्ञात नहीं</translation>
    </message>
    <message>
        <source>The patient&apos;s own app</source>
        <translation>मरीज़ का अपना ऐप</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>नाम नहीं बताया गया</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>लागू</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>वापस ली गई</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>पुष्टि नहीं हुई</translation>
    </message>
</context>
<context>
    <name>ConsentsPage</name>
    <message>
        <source>Consents</source>
        <translation>सहमतियाँ</translation>
    </message>
    <message>
        <source>Consents of %1</source>
        <translation>%1 की सहमतियाँ</translation>
    </message>
    <message>
        <source>Patients give and take back consent in their ABHA app. This list is to read.</source>
        <translation>मरीज़ अपने ABHA ऐप में सहमति देते और वापस लेते हैं। यह सूची केवल पढ़ने के लिए है।</translation>
    </message>
    <message>
        <source>Patient or who asked</source>
        <translation>मरीज़ या माँगने वाला</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>No consent yet.</source>
        <translation>अभी कोई सहमति नहीं।</translation>
    </message>
    <message>
        <source>No consent fits.</source>
        <translation>कोई सहमति मेल नहीं खाती।</translation>
    </message>
    <message>
        <source>When somebody asks for a patient&apos;s records and the patient agrees, it appears here.</source>
        <translation>जब कोई मरीज़ के रिकॉर्ड माँगता है और मरीज़ सहमत होता है, तब वह यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Look for another name.</source>
        <translation>कोई और नाम खोजें।</translation>
    </message>
    <message>
        <source>What has left</source>
        <translation>क्या गया</translation>
    </message>
    <message>
        <source>Nothing has left.</source>
        <translation>कुछ नहीं गया।</translation>
    </message>
</context>
<context>
    <name>DaySlots</name>
    <message numerus="yes">
        <source>%1  ·  %n free</source>
        <translation>
            <numerusform>%1  ·  %n खाली</numerusform>
            <numerusform>%1  ·  %n खाली</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>Ready to send</source>
        <translation>भेजने को तैयार</translation>
    </message>
    <message>
        <source>Retrying, attempt %1, next at %2</source>
        <translation>फिर कोशिश, %1वीं बार, अगली %2 पर</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Saved here. It will be sent when the internet is back.</source>
        <translation>यहाँ सुरक्षित है। इंटरनेट आते ही भेज दिया जाएगा।</translation>
    </message>
    <message>
        <source>Checking identity with the health network</source>
        <translation>स्वास्थ्य नेटवर्क से पहचान जाँची जा रही है</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation</source>
        <translation>भेज दिया। पुष्टि की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Not sent: it was withdrawn here</source>
        <translation>नहीं भेजा: यहाँ रोक लिया गया</translation>
    </message>
    <message>
        <source>Closed without sending</source>
        <translation>भेजे बिना बंद</translation>
    </message>
    <message>
        <source>Saved, waits</source>
        <translation>सुरक्षित, रुका है</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>फिर कोशिश</translation>
    </message>
    <message>
        <source>Waits for internet</source>
        <translation>इंटरनेट की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Checking identity</source>
        <translation>पहचान की जाँच</translation>
    </message>
    <message>
        <source>Waiting to confirm</source>
        <translation>पुष्टि की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Visible in the ABHA app</source>
        <translation>ABHA ऐप में दिख रहा है</translation>
    </message>
    <message>
        <source>Opened in the ABHA app</source>
        <translation>ABHA ऐप में खुल गया</translation>
    </message>
    <message>
        <source>Invited by SMS</source>
        <translation>SMS से बुलाया गया</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>आप देखें</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>नहीं भेजा</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Confirmed at the clinic</source>
        <translation>क्लिनिक में पक्का किया</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>इस कंप्यूटर पर सुरक्षित।</translation>
    </message>
    <message>
        <source>Patient invited by SMS</source>
        <translation>मरीज़ को SMS से बुलाया गया</translation>
    </message>
    <message>
        <source>The record waits here until the patient collects it.</source>
        <translation>मरीज़ के लेने तक पर्चा यहीं रहेगा।</translation>
    </message>
    <message>
        <source>Sent to the health network</source>
        <translation>स्वास्थ्य नेटवर्क को भेजा</translation>
    </message>
    <message>
        <source>The network confirmed it.</source>
        <translation>नेटवर्क ने पुष्टि की।</translation>
    </message>
    <message>
        <source>The app fetched the record with the patient&apos;s consent.</source>
        <translation>मरीज़ की सहमति से ऐप ने पर्चा ले लिया।</translation>
    </message>
    <message>
        <source>Shows here when the patient&apos;s app fetches it.</source>
        <translation>मरीज़ का ऐप लेगा तब यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>The patient can open it now.</source>
        <translation>मरीज़ इसे अब खोल सकते हैं।</translation>
    </message>
    <message>
        <source>The patient&apos;s app has the record.</source>
        <translation>पर्चा मरीज़ के ऐप में है।</translation>
    </message>
    <message>
        <source>The record is safe here until it is collected.</source>
        <translation>लिए जाने तक पर्चा यहाँ सुरक्षित है।</translation>
    </message>
    <message>
        <source>This needs you</source>
        <translation>इसे आप देखें</translation>
    </message>
    <message>
        <source>The record stays in this clinic.</source>
        <translation>पर्चा इसी क्लिनिक में रहेगा।</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>यहाँ सुरक्षित है</translation>
    </message>
    <message>
        <source>It will be sent when the internet is back.</source>
        <translation>इंटरनेट आते ही भेज दिया जाएगा।</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>रास्ते में है</translation>
    </message>
    <message>
        <source>Saved here. It is being sent to the health network.</source>
        <translation>यहाँ सुरक्षित है। स्वास्थ्य नेटवर्क को भेजा जा रहा है।</translation>
    </message>
    <message>
        <source>Waiting for confirmation</source>
        <translation>पुष्टि की प्रतीक्षा</translation>
    </message>
    <message>
        <source>The network took it. It is not in the ABHA app yet.</source>
        <translation>नेटवर्क ने ले लिया है। अभी ABHA ऐप में नहीं है।</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>पर्चा</translation>
    </message>
    <message>
        <source>Test report</source>
        <translation>जाँच रिपोर्ट</translation>
    </message>
    <message>
        <source>Consultation note</source>
        <translation>परामर्श नोट</translation>
    </message>
    <message>
        <source>Discharge summary</source>
        <translation>छुट्टी का सारांश</translation>
    </message>
    <message>
        <source>Vaccination record</source>
        <translation>टीकाकरण</translation>
    </message>
    <message>
        <source>Health document</source>
        <translation>स्वास्थ्य दस्तावेज़</translation>
    </message>
    <message>
        <source>Wellness record</source>
        <translation>आरोग्य रिकॉर्ड</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
</context>
<context>
    <name>DemographicStage</name>
    <message>
        <source>Details as in Aadhaar</source>
        <translation>आधार के अनुसार विवरण</translation>
    </message>
    <message>
        <source>Only for a government programme that NHA approved. They are compared with Aadhaar; no code is sent.</source>
        <translation>केवल NHA से स्वीकृत सरकारी कार्यक्रम के लिए। इनका मिलान आधार से होता है; कोई कोड नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Go on to the Aadhaar number</source>
        <translation>आगे आधार नंबर पर जाएँ</translation>
    </message>
    <message>
        <source>Name and birth date first.</source>
        <translation>पहले नाम और जन्म तिथि।</translation>
    </message>
    <message>
        <source>State and district first.</source>
        <translation>पहले राज्य और ज़िला।</translation>
    </message>
    <message>
        <source>Name, as printed on Aadhaar</source>
        <translation>नाम, जैसा आधार पर छपा है</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>जन्म तिथि</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>District, number in the Local Government Directory</source>
        <translation>ज़िला, स्थानीय शासन निर्देशिका की संख्या</translation>
    </message>
    <message>
        <source>Pune is 490</source>
        <translation>पुणे 490 है</translation>
    </message>
    <message>
        <source>Mobile number for ABHA messages</source>
        <translation>ABHA संदेशों के लिए मोबाइल नंबर</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>खाली रह सकता है</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Year-month-day, or the year alone</source>
        <translation>वर्ष-माह-दिन, या केवल वर्ष</translation>
    </message>
</context>
<context>
    <name>DetachDialog</name>
    <message>
        <source>Detach this ABHA?</source>
        <translation>यह आभा हटाएँ?</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were linked outside and cannot be pulled back:</source>
        <translation>
            <numerusform>%n रिकॉर्ड बाहर लिंक हुआ था और वापस नहीं लिया जा सकता:</numerusform>
            <numerusform>%n रिकॉर्ड बाहर लिंक हुए थे और वापस नहीं लिए जा सकते:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was linked outside yet. What was not sent is held.</source>
        <translation>बाहर अभी कुछ लिंक नहीं हुआ। जो नहीं भेजा गया वह रोक लिया गया है।</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Write a reason first.</source>
        <translation>पहले कारण लिखें।</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>DigitsField</name>
    <message>
        <source>%1 of %2 digits typed</source>
        <translation>%2 में से %1 अंक लिखे गए</translation>
    </message>
</context>
<context>
    <name>DoctorSlots</name>
    <message>
        <source>Not here on this day.</source>
        <translation>इस दिन यहाँ नहीं हैं।</translation>
    </message>
</context>
<context>
    <name>DoneStage</name>
    <message>
        <source>Register with this ABHA?</source>
        <translation>इस आभा से पंजीकरण करें?</translation>
    </message>
    <message>
        <source>Is this the same person?</source>
        <translation>क्या यह वही व्यक्ति है?</translation>
    </message>
    <message>
        <source>This person already has an ABHA. No second one was made; this one is attached.</source>
        <translation>इस व्यक्ति का आभा पहले से है। दूसरा नहीं बना; यही जोड़ा जाएगा।</translation>
    </message>
    <message>
        <source>Name, sex and birth date come from the ABHA and cannot be changed here.</source>
        <translation>नाम, लिंग और जन्म तिथि आभा से आते हैं और यहाँ नहीं बदले जा सकते।</translation>
    </message>
    <message>
        <source>Register and go on</source>
        <translation>पंजीकरण करें और आगे बढ़ें</translation>
    </message>
    <message>
        <source>Attach to this file</source>
        <translation>इस फ़ाइल में जोड़ें</translation>
    </message>
    <message>
        <source>Compare the two and write why it is the same person.</source>
        <translation>दोनों मिलाएँ और लिखें कि यह वही व्यक्ति क्यों है।</translation>
    </message>
    <message>
        <source>Photo of the ABHA</source>
        <translation>आभा की फ़ोटो</translation>
    </message>
    <message>
        <source>Our file</source>
        <translation>हमारी फ़ाइल</translation>
    </message>
    <message>
        <source>ABHA, verified</source>
        <translation>आभा, सत्यापित</translation>
    </message>
    <message>
        <source>Why you are sure that it is the same person</source>
        <translation>आपको कैसे पता कि यह वही व्यक्ति है</translation>
    </message>
    <message>
        <source>The two do not agree enough. The file takes the verified values.</source>
        <translation>दोनों पर्याप्त मेल नहीं खाते। फ़ाइल सत्यापित मान लेगी।</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>An enrolment number, not yet an ABHA</source>
        <translation>नामांकन संख्या, अभी ABHA नहीं</translation>
    </message>
    <message>
        <source>It becomes an ABHA when a facility has seen the licence. Until then it stands in the file as a number.</source>
        <translation>किसी संस्था के लाइसेंस देख लेने पर यह ABHA बनती है। तब तक यह फ़ाइल में एक संख्या के रूप में रहती है।</translation>
    </message>
    <message>
        <source>Keep it in the file</source>
        <translation>फ़ाइल में रखें</translation>
    </message>
    <message>
        <source>Mobile number confirmed</source>
        <translation>मोबाइल नंबर की पुष्टि हुई</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>ड्राइविंग लाइसेंस</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Add pages</source>
        <translation>पन्ने जोड़ें</translation>
    </message>
    <message>
        <source>Let go to add</source>
        <translation>जोड़ने के लिए छोड़ें</translation>
    </message>
    <message>
        <source>Drop the prescription here</source>
        <translation>पर्चा यहाँ छोड़ें</translation>
    </message>
    <message>
        <source>PDF or picture: JPEG, PNG, HEIC, TIFF, WebP. Several files become one document.</source>
        <translation>PDF या तस्वीर: JPEG, PNG, HEIC, TIFF, WebP। कई फ़ाइलें एक दस्तावेज़ बनती हैं।</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>फ़ाइल चुनें</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>कैमरा</translation>
    </message>
    <message>
        <source>From a scanner: scan to PDF and choose that file.</source>
        <translation>स्कैनर से: PDF में स्कैन करें और वह फ़ाइल चुनें।</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>One person, two files?</source>
        <translation>एक व्यक्ति, दो फ़ाइलें?</translation>
    </message>
    <message>
        <source>Nothing is merged without you. A merge can be undone for 30 days.</source>
        <translation>आपके बिना कुछ नहीं मिलाया जाता। मिलाई गई फ़ाइलें 30 दिन तक अलग की जा सकती हैं।</translation>
    </message>
    <message>
        <source>Likely pairs</source>
        <translation>संभावित जोड़े</translation>
    </message>
    <message>
        <source>Very likely</source>
        <translation>बहुत संभव</translation>
    </message>
    <message>
        <source>No likely duplicates.</source>
        <translation>कोई संभावित दोहरी फ़ाइल नहीं।</translation>
    </message>
    <message>
        <source>Files that look like one person appear here with the reasons.</source>
        <translation>जो फ़ाइलें एक ही व्यक्ति की लगती हैं, वे कारण के साथ यहाँ दिखती हैं।</translation>
    </message>
</context>
<context>
    <name>EditorCell</name>
    <message>
        <source>%1, line %2</source>
        <comment>field of a list</comment>
        <translation>%1, पंक्ति %2</translation>
    </message>
</context>
<context>
    <name>EditorLongCell</name>
    <message>
        <source>%1, line %2</source>
        <comment>field of a list</comment>
        <translation>%1, पंक्ति %2</translation>
    </message>
</context>
<context>
    <name>EditorOffers</name>
    <message>
        <source>Fits what is typed</source>
        <translation>लिखे हुए से मेल खाता है</translation>
    </message>
</context>
<context>
    <name>EditorPages</name>
    <message>
        <source>Pictures and pages</source>
        <translation>तस्वीरें और पन्ने</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n पन्ना</numerusform>
            <numerusform>%n पन्ने</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>पन्ना %1 / %2</translation>
    </message>
    <message>
        <source>Change pictures</source>
        <translation>तस्वीरें बदलें</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>तस्वीरें जोड़ें</translation>
    </message>
</context>
<context>
    <name>EditorSectionCard</name>
    <message>
        <source>Remove line %1</source>
        <translation>पंक्ति %1 हटाएँ</translation>
    </message>
</context>
<context>
    <name>EndedStage</name>
    <message>
        <source>This try has ended</source>
        <translation>यह कोशिश समाप्त हुई</translation>
    </message>
    <message>
        <source>Nothing was attached. What is in the patient&apos;s file is unchanged.</source>
        <translation>कुछ नहीं जोड़ा गया। मरीज़ की फ़ाइल जैसी थी वैसी है।</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>दूसरा तरीका</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>This file is not a picture or a PDF that can be added. Nothing was stored.</source>
        <translation>यह फ़ाइल जोड़ने लायक तस्वीर या PDF नहीं है। कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>दूसरी फ़ाइल चुनें</translation>
    </message>
    <message>
        <source>This file has no pages. Nothing was stored.</source>
        <translation>इस फ़ाइल में कोई पन्ना नहीं है। कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>This file ends too early; it was probably not copied completely. Nothing was stored.</source>
        <translation>यह फ़ाइल अधूरी है, शायद पूरी कॉपी नहीं हुई। कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Copy or scan it again</source>
        <translation>फिर कॉपी या स्कैन करें</translation>
    </message>
    <message>
        <source>This file is damaged and cannot be read. Nothing was stored.</source>
        <translation>यह फ़ाइल ख़राब है, पढ़ी नहीं जा सकती। कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Scan the page again</source>
        <translation>पन्ना फिर स्कैन करें</translation>
    </message>
    <message>
        <source>This PDF is locked with a password.</source>
        <translation>यह PDF पासवर्ड से बंद है।</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>पासवर्ड डालें</translation>
    </message>
    <message>
        <source>The password does not open this PDF. Print and scan it if it is not known.</source>
        <translation>इस पासवर्ड से PDF नहीं खुलती। पता न हो तो छापकर स्कैन करें।</translation>
    </message>
    <message>
        <source>This file is larger than 20 MB. Nothing was stored.</source>
        <translation>यह फ़ाइल 20 MB से बड़ी है। कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Scan with fewer dots per inch</source>
        <translation>कम डीपीआई पर स्कैन करें</translation>
    </message>
    <message>
        <source>A document can have 50 pages; this file would make it longer. Nothing of it was stored.</source>
        <translation>एक दस्तावेज़ में 50 पन्ने हो सकते हैं; इससे ज़्यादा हो जाते। इसका कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Send it in parts</source>
        <translation>टुकड़ों में भेजें</translation>
    </message>
    <message>
        <source>This picture has more than 50 million points. Nothing was stored.</source>
        <translation>इस चित्र में 5 करोड़ से अधिक बिंदु हैं। कुछ भी सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Take it with a lower resolution</source>
        <translation>कम रिज़ॉल्यूशन में फिर से लें</translation>
    </message>
    <message>
        <source>Reading this file took too long and was stopped. Nothing was stored.</source>
        <translation>इस फ़ाइल को पढ़ने में बहुत समय लगा, इसलिए रोक दिया गया। कुछ भी सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>This file needs more memory than is allowed. Nothing was stored.</source>
        <translation>इस फ़ाइल को अनुमति से अधिक मेमोरी चाहिए। कुछ भी सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>This file could not be read safely. Nothing was stored.</source>
        <translation>यह फ़ाइल सुरक्षित रूप से नहीं पढ़ी जा सकी। कुछ भी सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>The page reader could not be started. Your other pages are saved.</source>
        <translation>पृष्ठ पढ़ने वाला प्रोग्राम शुरू नहीं हो सका। आपके बाकी पृष्ठ सुरक्षित हैं।</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>This file is already attached for this patient. It was not added a second time.</source>
        <translation>यह फ़ाइल इस मरीज़ में पहले से लगी है। दोबारा नहीं जोड़ी गई।</translation>
    </message>
    <message>
        <source>Add anyway</source>
        <translation>फिर भी जोड़ें</translation>
    </message>
    <message>
        <source>Stop: this file is attached to another patient. It was not added.</source>
        <translation>रुकें: यह फ़ाइल किसी और मरीज़ में लगी है। नहीं जोड़ी गई।</translation>
    </message>
    <message>
        <source>Add it to this patient too</source>
        <translation>इस मरीज़ में भी जोड़ें</translation>
    </message>
    <message>
        <source>This file could not be opened. Nothing was stored.</source>
        <translation>यह फ़ाइल खुल नहीं सकी। कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Somebody just took this time. Your entries are kept.</source>
        <translation>यह समय अभी किसी ने ले लिया। आपका लिखा सुरक्षित है।</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>दूसरा समय चुनें</translation>
    </message>
    <message>
        <source>The time was held for 5 minutes and is taken now. Your entries are kept.</source>
        <translation>समय 5 मिनट रुका था, अब किसी ने ले लिया। आपका लिखा सुरक्षित है।</translation>
    </message>
    <message>
        <source>Somebody else changed this a moment ago. Nothing was overwritten.</source>
        <translation>किसी और ने अभी इसे बदला। कुछ मिटाया नहीं गया।</translation>
    </message>
    <message>
        <source>Show the newest</source>
        <translation>नया दिखाएँ</translation>
    </message>
    <message>
        <source>The database is busy. Your entries are kept.</source>
        <translation>डेटाबेस व्यस्त है। आपका लिखा सुरक्षित है।</translation>
    </message>
    <message>
        <source>This clinic file belongs to a newer version of the program. Nothing was changed.</source>
        <translation>क्लिनिक की यह फ़ाइल प्रोग्राम के नए संस्करण की है। कुछ भी बदला नहीं गया।</translation>
    </message>
    <message>
        <source>Update this computer</source>
        <translation>इस कंप्यूटर को अपडेट करें</translation>
    </message>
    <message>
        <source>There is no page to send yet.</source>
        <translation>भेजने को अभी कोई पन्ना नहीं है।</translation>
    </message>
    <message>
        <source>Add a page</source>
        <translation>पन्ना जोड़ें</translation>
    </message>
    <message>
        <source>This prescription was already confirmed.</source>
        <translation>यह पर्चा पहले ही पक्का किया जा चुका है।</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>A name has at least two letters.</source>
        <translation>नाम में कम से कम दो अक्षर होते हैं।</translation>
    </message>
    <message>
        <source>Choose one; the health network asks for it.</source>
        <translation>एक चुनें; स्वास्थ्य नेटवर्क पूछता है।</translation>
    </message>
    <message>
        <source>This date is impossible or in the future. A year alone is enough.</source>
        <translation>यह तारीख़ ग़लत है या आगे की है। केवल साल भी चलेगा।</translation>
    </message>
    <message>
        <source>A mobile number has 10 digits. Leave it empty when there is no phone.</source>
        <translation>मोबाइल नंबर में 10 अंक होते हैं। फ़ोन न हो तो ख़ाली छोड़ें।</translation>
    </message>
    <message>
        <source>An ABHA number has 14 digits.</source>
        <translation>ABHA नंबर में 14 अंक होते हैं।</translation>
    </message>
    <message>
        <source>An ABHA address looks like name@abdm.</source>
        <translation>ABHA पता name@abdm जैसा होता है।</translation>
    </message>
    <message>
        <source>Saved here. It leaves by itself when the clinic is linked to the health network.</source>
        <translation>यहाँ सुरक्षित है। क्लिनिक नेटवर्क से जुड़ते ही अपने आप जाएगा।</translation>
    </message>
    <message>
        <source>Saved here. It leaves when the patient&apos;s ABHA is verified at the desk.</source>
        <translation>यहाँ सुरक्षित है। डेस्क पर ABHA जाँचते ही जाएगा।</translation>
    </message>
    <message>
        <source>The name, sex or birth year differs from the health account. Nothing was sent.</source>
        <translation>नाम, लिंग या जन्म वर्ष ABHA से अलग है। कुछ भेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>मिलाएँ</translation>
    </message>
    <message>
        <source>The network allows three tries a day for this patient. It opens again tomorrow; the record is safe here.</source>
        <translation>नेटवर्क इस मरीज़ के लिए दिन में तीन बार ही अनुमति देता है। कल फिर खुलेगा; रिकॉर्ड यहाँ सुरक्षित है।</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>फिर भेजें</translation>
    </message>
    <message>
        <source>The ABHA address in our file is not known to the network. Nothing was sent.</source>
        <translation>हमारी फ़ाइल का आभा पता नेटवर्क पर नहीं मिला। कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Correct the file</source>
        <translation>फ़ाइल ठीक करें</translation>
    </message>
    <message>
        <source>This clinic&apos;s connection needs IT. Care goes on; the record is safe here.</source>
        <translation>इस क्लिनिक के कनेक्शन को आईटी की ज़रूरत है। इलाज चलता रहेगा; रिकॉर्ड यहाँ सुरक्षित है।</translation>
    </message>
    <message>
        <source>Tell IT</source>
        <translation>IT को बताएँ</translation>
    </message>
    <message>
        <source>The health network needs name, sex and birth year, and one is missing in the file.</source>
        <translation>स्वास्थ्य नेटवर्क को नाम, लिंग और जन्म वर्ष चाहिए; फ़ाइल में इनमें से एक नहीं है।</translation>
    </message>
    <message>
        <source>Complete the file</source>
        <translation>फ़ाइल पूरी करें</translation>
    </message>
    <message>
        <source>The patient&apos;s file could not be found. Nothing was sent.</source>
        <translation>मरीज़ की फ़ाइल नहीं मिली। कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The network took the record but never confirmed it. It is safe here.</source>
        <translation>नेटवर्क ने लिया पर पुष्टि नहीं की। यहाँ सुरक्षित है।</translation>
    </message>
    <message>
        <source>The clinic&apos;s file on this computer is damaged and was not opened. A copy of it is kept; a backup can be restored.</source>
        <translation>इस कंप्यूटर पर क्लिनिक की फ़ाइल ख़राब है और नहीं खोली गई। उसकी नक़ल रखी है; बैकअप लौटाया जा सकता है।</translation>
    </message>
    <message>
        <source>The disk of this computer is almost full. Nothing was stored; your other pages are saved.</source>
        <translation>इस कंप्यूटर की डिस्क लगभग भर गई है। कुछ नहीं रखा गया; आपके बाक़ी पन्ने सुरक्षित हैं।</translation>
    </message>
    <message>
        <source>Make room on the disk, then add it again</source>
        <translation>डिस्क पर जगह बनाएँ, फिर दोबारा जोड़ें</translation>
    </message>
    <message>
        <source>The password store of this computer is locked or not there, and the clinic&apos;s key is in it. Nothing was changed. When it is lost, the printed recovery key opens a backup.</source>
        <translation>इस कंप्यूटर का पासवर्ड भंडार बंद है या नहीं मिला, और क्लिनिक की कुंजी उसी में है। कुछ नहीं बदला गया। खो जाने पर काग़ज़ पर लिखी कुंजी से बैकअप खुलता है।</translation>
    </message>
    <message>
        <source>Unlock it and start again</source>
        <translation>उसे खोलें और फिर शुरू करें</translation>
    </message>
    <message>
        <source>The clinic&apos;s key file can be read by other users of this computer and was not used.</source>
        <translation>क्लिनिक की कुंजी वाली फ़ाइल इस कंप्यूटर के दूसरे लोग पढ़ सकते हैं, इसलिए काम में नहीं ली गई।</translation>
    </message>
    <message>
        <source>This computer does not have the clinic&apos;s key. Nothing was changed. The printed recovery text brings the key back.</source>
        <translation>इस कंप्यूटर पर क्लिनिक की कुंजी नहीं है। कुछ भी बदला नहीं गया। छपा हुआ रिकवरी पाठ कुंजी वापस लाता है।</translation>
    </message>
    <message>
        <source>The key on this computer belongs to another clinic and does not open this one. Nothing was changed.</source>
        <translation>इस कंप्यूटर की कुंजी किसी और क्लिनिक की है और इसे नहीं खोलती। कुछ भी बदला नहीं गया।</translation>
    </message>
    <message>
        <source>Tell IT: put the right key in its place</source>
        <translation>आईटी को बताएँ: सही कुंजी उसकी जगह रखें</translation>
    </message>
    <message>
        <source>A page cannot be read, and nobody said why it goes as it is. Nothing was sent.</source>
        <translation>एक पन्ना पढ़ा नहीं जा सकता, और किसी ने नहीं बताया कि वह ऐसे ही क्यों जाए। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Look at the pages</source>
        <translation>पन्ने देखें</translation>
    </message>
    <message>
        <source>Say in a few words why the page goes as it is.</source>
        <translation>थोड़े शब्दों में बताएँ कि पन्ना ऐसे ही क्यों जाए।</translation>
    </message>
    <message>
        <source>Saved here. There is no ABHA in the file; care goes on without it.</source>
        <translation>यहाँ सुरक्षित है। फ़ाइल में आभा नहीं है; इलाज इसके बिना चलता है।</translation>
    </message>
    <message>
        <source>Mobile, sex, age and name do not all agree. Write why it is the same person.</source>
        <translation>मोबाइल, लिंग, उम्र और नाम पूरी तरह नहीं मिलते। लिखें कि यह वही व्यक्ति क्यों है।</translation>
    </message>
    <message>
        <source>This file has another ABHA. Detach that one first, or choose another file. Nothing was changed.</source>
        <translation>इस फ़ाइल में दूसरा आभा है। पहले उसे हटाएँ, या दूसरी फ़ाइल चुनें। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>This scan is not here any more.</source>
        <translation>यह स्कैन अब यहाँ नहीं है।</translation>
    </message>
    <message>
        <source>Another file of this clinic has this ABHA. Nothing was changed.</source>
        <translation>यह आभा इस क्लिनिक की दूसरी फ़ाइल में है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Compare the two files</source>
        <translation>दोनों फ़ाइलों की तुलना करें</translation>
    </message>
    <message>
        <source>Write a reason first.</source>
        <translation>पहले कारण लिखें।</translation>
    </message>
    <message>
        <source>There is no ABHA in this file any more.</source>
        <translation>इस फ़ाइल में अब आभा नहीं है।</translation>
    </message>
    <message>
        <source>A number has at least one letter or digit.</source>
        <translation>नंबर में कम से कम एक अक्षर या अंक होता है।</translation>
    </message>
    <message>
        <source>Another file has this number already.</source>
        <translation>यह नंबर पहले से दूसरी फ़ाइल में है।</translation>
    </message>
    <message>
        <source>Both files have an ABHA number, and they are not the same. Detach the wrong one first. Nothing was changed.</source>
        <translation>दोनों फ़ाइलों में आभा नंबर हैं और वे अलग हैं। पहले ग़लत वाला हटाएँ। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>These are one file already.</source>
        <translation>ये पहले से एक ही फ़ाइल हैं।</translation>
    </message>
    <message>
        <source>One of the files was merged meanwhile.</source>
        <translation>इस बीच इनमें से एक फ़ाइल मिला दी गई।</translation>
    </message>
    <message>
        <source>This merge is undone already.</source>
        <translation>ये फ़ाइलें पहले ही अलग कर दी गई हैं।</translation>
    </message>
    <message>
        <source>A merge can be undone for 30 days. They are over.</source>
        <translation>मिलाई गई फ़ाइलें 30 दिन तक अलग हो सकती हैं। वह समय बीत चुका है।</translation>
    </message>
    <message>
        <source>A later merge is on top of this one. Undo that one first.</source>
        <translation>इसके बाद एक और फ़ाइल मिलाई गई है। पहले उसे अलग करें।</translation>
    </message>
    <message>
        <source>A counter has 1 to 20 letters or digits, and a name of its own.</source>
        <translation>काउंटर में 1 से 20 अक्षर या अंक होते हैं, और उसका अपना अलग नाम होता है।</translation>
    </message>
    <message>
        <source>This clinic has no number in the facility registry yet. IT can enter it.</source>
        <translation>सुविधा रजिस्ट्री में इस क्लिनिक का नंबर अभी नहीं है। IT उसे भर सकता है।</translation>
    </message>
    <message>
        <source>This computer has no printer. Save it as PDF and print it elsewhere.</source>
        <translation>इस कंप्यूटर पर प्रिंटर नहीं है। PDF में सहेजें और कहीं और छापें।</translation>
    </message>
    <message>
        <source>The printer did not take it.</source>
        <translation>प्रिंटर ने इसे नहीं लिया।</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>फिर से छापें</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>फ़ाइल वहाँ नहीं लिखी जा सकी।</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>दूसरी जगह चुनें</translation>
    </message>
    <message>
        <source>Compare and verify</source>
        <translation>तुलना करें और सत्यापित करें</translation>
    </message>
    <message>
        <source>There is neither an ABHA number nor an ABHA address in it. Nothing was changed.</source>
        <translation>इसमें न आभा नंबर है न आभा पता। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>No number could be given at this counter. Nothing was changed.</source>
        <translation>इस काउंटर पर नंबर नहीं दिया जा सका। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>This number is not in the file any more.</source>
        <translation>यह नंबर अब फ़ाइल में नहीं है।</translation>
    </message>
    <message>
        <source>This merge is not known here.</source>
        <translation>फ़ाइलों का यह मिलान यहाँ नहीं मिला।</translation>
    </message>
    <message>
        <source>This file is not here any more.</source>
        <translation>यह फ़ाइल अब यहाँ नहीं है।</translation>
    </message>
    <message>
        <source>Another file has this number of the clinic already. Nothing was stored.</source>
        <translation>क्लिनिक का यह नंबर पहले से दूसरी फ़ाइल में है। कुछ सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>The QR for the poster could not be drawn: the clinic&apos;s number or the counter is not right.</source>
        <translation>पोस्टर का QR नहीं बन सका: क्लिनिक का नंबर या काउंटर सही नहीं है।</translation>
    </message>
    <message>
        <source>The poster could not be made.</source>
        <translation>पोस्टर नहीं बन सका।</translation>
    </message>
    <message>
        <source>Looking up in the national registries is not set up for this clinic.</source>
        <translation>इस क्लिनिक में राष्ट्रीय रजिस्ट्री में खोज चालू नहीं है।</translation>
    </message>
    <message>
        <source>The national registry does not answer now. Your entries are kept.</source>
        <translation>राष्ट्रीय रजिस्ट्री अभी जवाब नहीं दे रही। आपका भरा हुआ सुरक्षित है।</translation>
    </message>
    <message>
        <source>Write more of the clinic&apos;s name, or its state and district.</source>
        <translation>क्लिनिक का नाम और लिखें, या उसका राज्य और ज़िला।</translation>
    </message>
    <message>
        <source>The facility registry sent an answer that cannot be read. Your entries are kept.</source>
        <translation>सुविधा रजिस्ट्री का जवाब पढ़ा नहीं जा सका। आपका भरा हुआ सुरक्षित है।</translation>
    </message>
    <message>
        <source>Write a registration number or an HPR number.</source>
        <translation>पंजीकरण नंबर या HPR नंबर लिखें।</translation>
    </message>
    <message>
        <source>An HPR number has 14 digits.</source>
        <translation>HPR नंबर में 14 अंक होते हैं।</translation>
    </message>
    <message>
        <source>The register of doctors sent an answer that cannot be read. Your entries are kept.</source>
        <translation>डॉक्टरों की रजिस्ट्री का जवाब पढ़ा नहीं जा सका। आपका भरा हुआ सुरक्षित है।</translation>
    </message>
    <message>
        <source>Another clinic of ours has this HFR number. Nothing was changed.</source>
        <translation>हमारे दूसरे क्लिनिक का यही HFR नंबर है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>Another doctor here has this HPR number. Nothing was changed.</source>
        <translation>यहाँ के दूसरे डॉक्टर का यही HPR नंबर है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>A medicine on this prescription may never be prescribed in a tele-consultation (rule P1). Nothing was signed.</source>
        <translation>इस पर्चे की एक दवा दूर-परामर्श में कभी नहीं लिखी जा सकती (नियम P1)। कुछ भी हस्ताक्षरित नहीं हुआ।</translation>
    </message>
    <message>
        <source>Change the medicine, or ask for a visit</source>
        <translation>दवा बदलें, या मिलने को कहें</translation>
    </message>
    <message>
        <source>A first consultation by audio or text allows over-the-counter medicines only (rule P2). Nothing was signed.</source>
        <translation>ऑडियो या संदेश से पहले परामर्श में केवल बिना पर्चे वाली दवाएँ लिखी जा सकती हैं (नियम P2)। कुछ भी हस्ताक्षरित नहीं हुआ।</translation>
    </message>
    <message>
        <source>Go on by video, or ask for a visit</source>
        <translation>वीडियो से आगे बढ़ें, या मिलने को कहें</translation>
    </message>
    <message>
        <source>A medicine on this prescription is for follow-ups of a known treatment only (rule P3). Nothing was signed.</source>
        <translation>इस पर्चे की एक दवा केवल चल रहे इलाज के अनुवर्ती परामर्श के लिए है (नियम P3)। कुछ भी हस्ताक्षरित नहीं हुआ।</translation>
    </message>
    <message>
        <source>Say in a few words why these medicines are right here. Nothing was signed.</source>
        <translation>कुछ शब्दों में बताएँ कि ये दवाएँ यहाँ क्यों ठीक हैं। कुछ भी हस्ताक्षरित नहीं हुआ।</translation>
    </message>
    <message>
        <source>Somebody else corrected this record meanwhile. Nothing was signed.</source>
        <translation>इस बीच किसी और ने यह रिकॉर्ड सुधार दिया। कुछ भी हस्ताक्षरित नहीं हुआ।</translation>
    </message>
    <message>
        <source>Show the newest version</source>
        <translation>नवीनतम रूप दिखाएँ</translation>
    </message>
    <message>
        <source>This is more than a record can hold. The text before it is saved.</source>
        <translation>यह एक रिकॉर्ड में समा नहीं सकता। इससे पहले का लेख सहेजा गया है।</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>इसे छोटा करें</translation>
    </message>
    <message>
        <source>This record was written by a newer version of the program. Nothing was lost.</source>
        <translation>यह रिकॉर्ड प्रोग्राम के नए संस्करण से लिखा गया है। कुछ भी खोया नहीं है।</translation>
    </message>
    <message>
        <source>Tell IT: this computer needs the update</source>
        <translation>आईटी को बताएँ: इस कंप्यूटर को अपडेट चाहिए</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>टेम्पलेट को एक नाम दें।</translation>
    </message>
    <message>
        <source>Only what is signed is printed.</source>
        <translation>केवल हस्ताक्षरित रिकॉर्ड छपता है।</translation>
    </message>
    <message>
        <source>There is no prescription to print here.</source>
        <translation>यहाँ छापने के लिए कोई पर्चा नहीं है।</translation>
    </message>
    <message>
        <source>One to twenty copies can be printed at once.</source>
        <translation>एक बार में एक से बीस प्रतियाँ छप सकती हैं।</translation>
    </message>
    <message>
        <source>Something that must be said is missing. Nothing was signed.</source>
        <translation>कुछ ज़रूरी बात लिखी नहीं है। कुछ भी हस्ताक्षरित नहीं हुआ।</translation>
    </message>
    <message>
        <source>Show what is missing</source>
        <translation>दिखाएँ क्या बाकी है</translation>
    </message>
    <message>
        <source>Your role at this clinic does not allow this. A manager here may do it.</source>
        <translation>इस क्लिनिक में आपकी भूमिका इसकी अनुमति नहीं देती। यहाँ का प्रबंधक यह कर सकता है।</translation>
    </message>
    <message>
        <source>This file cannot be read. Nothing was changed.</source>
        <translation>यह फ़ाइल पढ़ी नहीं जा सकती। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>This is no medicine list. Nothing was changed.</source>
        <translation>यह दवाओं की सूची नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>A medicine lacks its name, its list, its source or its date. Nothing was changed.</source>
        <translation>किसी दवा का नाम, सूची, स्रोत या तारीख नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The list does not say its version, date and source. Nothing was changed.</source>
        <translation>सूची में उसका संस्करण, तारीख और स्रोत नहीं लिखा है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The list names no medicine. Nothing was changed.</source>
        <translation>सूची में कोई दवा नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>A date is in the future. Nothing was changed.</source>
        <translation>कोई तारीख भविष्य की है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The file puts one medicine on two lists. Nothing was changed.</source>
        <translation>फ़ाइल में एक दवा दो सूचियों में है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The list in force is newer. Nothing was changed.</source>
        <translation>लागू सूची इससे नई है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>This version is in force already.</source>
        <translation>यह संस्करण पहले से लागू है।</translation>
    </message>
    <message>
        <source>Say which doctor answers for the list.</source>
        <translation>बताएँ कि सूची के लिए कौन डॉक्टर उत्तरदायी है।</translation>
    </message>
</context>
<context>
    <name>FaceQrStage</name>
    <message>
        <source>Scan this with the ABHA app</source>
        <translation>इसे आभा ऐप से स्कैन करें</translation>
    </message>
    <message>
        <source>On the person&apos;s phone: open the ABHA app, scan, look into the camera. It works for 10 minutes.</source>
        <translation>व्यक्ति के फ़ोन पर: आभा ऐप खोलें, स्कैन करें, कैमरे में देखें। यह 10 मिनट चलता है।</translation>
    </message>
    <message>
        <source>QR code for the ABHA app</source>
        <translation>आभा ऐप के लिए QR कोड</translation>
    </message>
</context>
<context>
    <name>FieldChoiceRow</name>
    <message>
        <source>%1: our file says %2, shared is %3</source>
        <translation>%1: हमारी फ़ाइल में %2, भेजा गया %3</translation>
    </message>
</context>
<context>
    <name>FileProblem</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 पढ़ी जा रही है</translation>
    </message>
    <message>
        <source>Password of this PDF</source>
        <translation>इस PDF का पासवर्ड</translation>
    </message>
    <message>
        <source>Used once and not kept</source>
        <translation>एक बार काम आएगा, रखा नहीं जाएगा</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Type the password first</source>
        <translation>पहले पासवर्ड लिखें</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Shrink for screen quality</source>
        <translation>स्क्रीन जितना साफ़ रखकर छोटा करें</translation>
    </message>
</context>
<context>
    <name>FlowFrame</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Book</source>
        <translation>बुक करें</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back, draft kept</source>
        <translation>वापस, लिखा सुरक्षित</translation>
    </message>
    <message>
        <source>Add prescription</source>
        <translation>पर्चा जोड़ें</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>पहुँच गए</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>ताज़ा करें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Other day</source>
        <translation>दूसरा दिन</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>पक्का करें</translation>
    </message>
    <message>
        <source>Add page</source>
        <translation>पन्ना जोड़ें</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>घुमाएँ</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>अगला मरीज़</translation>
    </message>
    <message>
        <source>Everything saved on this computer  ·  %1</source>
        <translation>सब कुछ इस कंप्यूटर पर सहेजा गया  ·  %1</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>Investigations asked for</source>
        <translation>कराई जाने वाली जाँचें</translation>
    </message>
    <message>
        <source>Add investigation</source>
        <translation>जाँच जोड़ें</translation>
    </message>
    <message>
        <source>Investigation</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>प्रक्रियाएँ</translation>
    </message>
    <message>
        <source>Add procedure</source>
        <translation>प्रक्रिया जोड़ें</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>प्रक्रिया</translation>
    </message>
    <message>
        <source>History</source>
        <translation>पुराना इतिहास</translation>
    </message>
    <message>
        <source>Add illness</source>
        <translation>रोग जोड़ें</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>परिवार</translation>
    </message>
    <message>
        <source>Add relative</source>
        <translation>संबंधी जोड़ें</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>रेफ़रल</translation>
    </message>
    <message>
        <source>Add referral</source>
        <translation>रेफ़रल जोड़ें</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>रेफ़रल</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>भर्ती</translation>
    </message>
    <message>
        <source>Discharged</source>
        <translation>छुट्टी</translation>
    </message>
    <message>
        <source>Course in hospital</source>
        <translation>अस्पताल में क्रम</translation>
    </message>
    <message>
        <source>The stay</source>
        <translation>भर्ती की अवधि</translation>
    </message>
    <message>
        <source>A day, like 21-11-2026 or +7</source>
        <translation>एक दिन, जैसे 21-11-2026 या +7</translation>
    </message>
    <message>
        <source>A day and a time, like 21-11-2026 10:30</source>
        <translation>दिन और समय, जैसे 21-11-2026 10:30</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>पूर्ण संख्या</translation>
    </message>
    <message>
        <source>Rupees, like 1250 or 1250.50</source>
        <translation>रुपये, जैसे 1250 या 1250.50</translation>
    </message>
    <message>
        <source>One of the list</source>
        <translation>सूची में से एक</translation>
    </message>
    <message>
        <source>before food</source>
        <translation>भोजन से पहले</translation>
    </message>
    <message>
        <source>with food</source>
        <translation>भोजन के साथ</translation>
    </message>
    <message>
        <source>after food</source>
        <translation>भोजन के बाद</translation>
    </message>
    <message>
        <source>empty stomach</source>
        <translation>खाली पेट</translation>
    </message>
    <message>
        <source>at bedtime</source>
        <translation>सोते समय</translation>
    </message>
    <message>
        <source>between mouthfuls</source>
        <translation>कौर के बीच</translation>
    </message>
    <message>
        <source>digested meal</source>
        <translation>भोजन पचने पर</translation>
    </message>
    <message>
        <source>Allopathy</source>
        <translation>एलोपैथी</translation>
    </message>
    <message>
        <source>Ayurveda</source>
        <translation>आयुर्वेद</translation>
    </message>
    <message>
        <source>Siddha</source>
        <translation>सिद्ध</translation>
    </message>
    <message>
        <source>Unani</source>
        <translation>यूनानी</translation>
    </message>
    <message>
        <source>Homoeopathy</source>
        <translation>होम्योपैथी</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>कम</translation>
    </message>
    <message>
        <source>High</source>
        <translation>अधिक</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>बहुत कम</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>बहुत अधिक</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>असामान्य</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>पॉज़िटिव</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>नेगेटिव</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>कितनी बार</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मान</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>शिकायत</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>पक्का</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>अनुमानित</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>निदान</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>निश्चितता</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>दवा</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>शक्ति</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>भोजन</translation>
    </message>
    <message>
        <source>Anupana</source>
        <translation>अनुपान</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>System</source>
        <translation>पद्धति</translation>
    </message>
    <message>
        <source>On</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>एलर्जी</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>प्रतिक्रिया</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>संबंधी</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>रोग</translation>
    </message>
    <message>
        <source>Usual from</source>
        <translation>सामान्य से</translation>
    </message>
    <message>
        <source>Usual to</source>
        <translation>सामान्य तक</translation>
    </message>
    <message>
        <source>Result is</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Warm water</source>
        <translation>गुनगुना पानी</translation>
    </message>
    <message>
        <source>Light food</source>
        <translation>हल्का भोजन</translation>
    </message>
    <message>
        <source>Green gram</source>
        <translation>मूँग</translation>
    </message>
    <message>
        <source>Buttermilk</source>
        <translation>छाछ</translation>
    </message>
    <message>
        <source>Early dinner</source>
        <translation>जल्दी रात का भोजन</translation>
    </message>
    <message>
        <source>Daily walk</source>
        <translation>रोज़ टहलना</translation>
    </message>
    <message>
        <source>Curd at night</source>
        <translation>रात में दही</translation>
    </message>
    <message>
        <source>Fried food</source>
        <translation>तला भोजन</translation>
    </message>
    <message>
        <source>Cold drinks</source>
        <translation>ठंडे पेय</translation>
    </message>
    <message>
        <source>Sour food</source>
        <translation>खट्टा भोजन</translation>
    </message>
    <message>
        <source>Sleeping by day</source>
        <translation>दिन में सोना</translation>
    </message>
    <message>
        <source>Late nights</source>
        <translation>देर रात जागना</translation>
    </message>
    <message>
        <source>Add diagnosis</source>
        <translation>निदान जोड़ें</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>शिकायतें</translation>
    </message>
    <message>
        <source>Add complaint</source>
        <translation>शिकायत जोड़ें</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>दवाएँ</translation>
    </message>
    <message>
        <source>Add medicine</source>
        <translation>दवा जोड़ें</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>निष्कर्ष</translation>
    </message>
    <message>
        <source>Add finding</source>
        <translation>निष्कर्ष जोड़ें</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>निष्कर्ष</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>एलर्जी</translation>
    </message>
    <message>
        <source>Add allergy</source>
        <translation>एलर्जी जोड़ें</translation>
    </message>
    <message>
        <source>Pathya: does good</source>
        <translation>पथ्य: हितकर</translation>
    </message>
    <message>
        <source>Apathya: to leave</source>
        <translation>अपथ्य: छोड़ें</translation>
    </message>
    <message>
        <source>Other advice</source>
        <translation>अन्य सलाह</translation>
    </message>
    <message>
        <source>Follow-up on</source>
        <translation>अगली भेंट</translation>
    </message>
    <message>
        <source>Follow-up note</source>
        <translation>अगली भेंट की टिप्पणी</translation>
    </message>
    <message>
        <source>Advice and follow-up</source>
        <translation>सलाह और अगली भेंट</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>पर्चा</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>परामर्श</translation>
    </message>
    <message>
        <source>Lab report</source>
        <translation>लैब रिपोर्ट</translation>
    </message>
    <message>
        <source>Imaging report</source>
        <translation>इमेजिंग रिपोर्ट</translation>
    </message>
    <message>
        <source>Discharge summary</source>
        <translation>डिस्चार्ज सारांश</translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation>टीकाकरण</translation>
    </message>
    <message>
        <source>Vitals and wellness</source>
        <translation>जीवन-संकेत और स्वास्थ्य</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>जीवन-संकेत</translation>
    </message>
    <message>
        <source>Body measurement</source>
        <translation>शरीर की माप</translation>
    </message>
    <message>
        <source>Physical activity</source>
        <translation>शारीरिक गतिविधि</translation>
    </message>
    <message>
        <source>General assessment</source>
        <translation>सामान्य आकलन</translation>
    </message>
    <message>
        <source>Women&apos;s health</source>
        <translation>महिला स्वास्थ्य</translation>
    </message>
    <message>
        <source>Lifestyle</source>
        <translation>जीवनशैली</translation>
    </message>
    <message>
        <source>Other observations</source>
        <translation>अन्य अवलोकन</translation>
    </message>
    <message>
        <source>Pharmacy</source>
        <translation>दवाखाना</translation>
    </message>
    <message>
        <source>In-patient</source>
        <translation>भर्ती मरीज़</translation>
    </message>
    <message>
        <source>Out-patient</source>
        <translation>बाह्य मरीज़</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Name of the report</source>
        <translation>रिपोर्ट का नाम</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>नमूना</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>लिया गया</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Add result</source>
        <translation>परिणाम जोड़ें</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>निष्कर्ष</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>शब्दों में</translation>
    </message>
    <message>
        <source>As a diagnosis</source>
        <translation>निदान के रूप में</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>चित्र का प्रकार</translation>
    </message>
    <message>
        <source>Part of the body</source>
        <translation>शरीर का भाग</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>लिया गया</translation>
    </message>
    <message>
        <source>Findings and conclusion</source>
        <translation>अवलोकन और निष्कर्ष</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>दिए गए</translation>
    </message>
    <message>
        <source>Add vaccine</source>
        <translation>टीका जोड़ें</translation>
    </message>
    <message>
        <source>Vaccine</source>
        <translation>टीका</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>दिया गया</translation>
    </message>
    <message>
        <source>Dose no.</source>
        <translation>खुराक सं.</translation>
    </message>
    <message>
        <source>of</source>
        <translation>में से</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>ब्रांड</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>लॉट</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>समाप्ति</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>निर्माता</translation>
    </message>
    <message>
        <source>Due next</source>
        <translation>आगे देय</translation>
    </message>
    <message>
        <source>Add vaccine that is due</source>
        <translation>देय टीका जोड़ें</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>माप</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>खंड</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>मापें</translation>
    </message>
    <message>
        <source>Add measurement</source>
        <translation>माप जोड़ें</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Number of the bill</source>
        <translation>बिल संख्या</translation>
    </message>
    <message>
        <source>For</source>
        <translation>किसके लिए</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>पंक्ति जोड़ें</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>किसके लिए</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>CGST</source>
        <translation>CGST</translation>
    </message>
    <message>
        <source>SGST</source>
        <translation>SGST</translation>
    </message>
    <message>
        <source>HSN</source>
        <translation>HSN</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>बैच</translation>
    </message>
    <message>
        <source>Systolic blood pressure</source>
        <translation>सिस्टोलिक रक्तचाप</translation>
    </message>
    <message>
        <source>Diastolic blood pressure</source>
        <translation>डायस्टोलिक रक्तचाप</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>नाड़ी</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>तापमान</translation>
    </message>
    <message>
        <source>Breaths</source>
        <translation>श्वास</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>वज़न</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>ऊँचाई</translation>
    </message>
    <message>
        <source>Two numbers, like 120/80</source>
        <translation>दो संख्याएँ, जैसे 120/80</translation>
    </message>
    <message>
        <source>No known allergy</source>
        <translation>कोई ज्ञात एलर्जी नहीं</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>रक्तचाप</translation>
    </message>
</context>
<context>
    <name>GapsCard</name>
    <message>
        <source>Sex</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Still to ask</source>
        <translation>अभी पूछना है</translation>
    </message>
    <message>
        <source>Nothing. Everything came with the scan.</source>
        <translation>कुछ नहीं। सब कुछ स्कैन के साथ आ गया।</translation>
    </message>
    <message>
        <source>Age or birth date</source>
        <translation>उम्र या जन्म तारीख़</translation>
    </message>
    <message>
        <source>46, 1980 or 12-10-1980</source>
        <translation>46, 1980 या 12-10-1980</translation>
    </message>
    <message>
        <source>Empty when there is no phone</source>
        <translation>फ़ोन न हो तो ख़ाली</translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message>
        <source>Confirmed</source>
        <translation>पुष्टि हुई</translation>
    </message>
    <message>
        <source>Waiting to confirm</source>
        <translation>पुष्टि की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>किसी को देखना है</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>शुरू नहीं</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>क्लिनिक</translation>
    </message>
    <message>
        <source>Checked %1 with the health network.</source>
        <translation>%1 पर स्वास्थ्य नेटवर्क से जाँचा।</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>अभी जाँचा नहीं।</translation>
    </message>
    <message>
        <source>%1 is listed for sharing</source>
        <translation>%1 भेजने के लिए जुड़ा है</translation>
    </message>
    <message>
        <source>%1 was listed when last checked</source>
        <translation>पिछली जाँच में %1 जुड़ा था</translation>
    </message>
    <message>
        <source>%1 is being linked</source>
        <translation>%1 जोड़ा जा रहा है</translation>
    </message>
    <message>
        <source>Registered; the network has not confirmed. Next check %1.</source>
        <translation>दर्ज है; नेटवर्क ने पुष्टि नहीं की। अगली जाँच %1।</translation>
    </message>
    <message>
        <source>%1 is not listed for sharing yet</source>
        <translation>%1 अभी भेजने के लिए जुड़ा नहीं है</translation>
    </message>
    <message>
        <source>%1 is served by another program</source>
        <translation>%1 किसी और प्रोग्राम से जुड़ा है</translation>
    </message>
    <message>
        <source>The manager decides in the facility registry which program serves the clinic.</source>
        <translation>कौन सा प्रोग्राम क्लिनिक के लिए काम करेगा, यह प्रबंधक स्वास्थ्य सुविधा रजिस्ट्री में तय करते हैं।</translation>
    </message>
    <message>
        <source>%1 has no registry number</source>
        <translation>%1 का रजिस्ट्री नंबर नहीं है</translation>
    </message>
    <message>
        <source>The manager registers the clinic in the Health Facility Registry first.</source>
        <translation>पहले प्रबंधक क्लिनिक को स्वास्थ्य सुविधा रजिस्ट्री में दर्ज करते हैं।</translation>
    </message>
    <message>
        <source>The health network was not reached yet</source>
        <translation>स्वास्थ्य नेटवर्क से अभी बात नहीं हुई</translation>
    </message>
    <message>
        <source>Patient&apos;s ABHA</source>
        <translation>मरीज़ का ABHA</translation>
    </message>
    <message>
        <source>%1, verified</source>
        <translation>%1, जाँचा हुआ</translation>
    </message>
    <message>
        <source>The record goes to this ABHA app only.</source>
        <translation>पर्चा केवल इसी ABHA ऐप में जाएगा।</translation>
    </message>
    <message>
        <source>%1, not verified here</source>
        <translation>%1, यहाँ जाँचा नहीं</translation>
    </message>
    <message>
        <source>The patient shows the ABHA app or card at the desk once.</source>
        <translation>मरीज़ एक बार डेस्क पर ABHA ऐप या कार्ड दिखाएँ।</translation>
    </message>
    <message>
        <source>No ABHA in our file</source>
        <translation>फ़ाइल में ABHA नहीं है</translation>
    </message>
    <message>
        <source>Care goes on without it. The patient can collect the record later.</source>
        <translation>इलाज इसके बिना चलेगा। मरीज़ पर्चा बाद में ले सकते हैं।</translation>
    </message>
    <message>
        <source>Permission to add records</source>
        <translation>पर्चा जोड़ने की अनुमति</translation>
    </message>
    <message>
        <source>Given at this clinic</source>
        <translation>इस क्लिनिक को मिली है</translation>
    </message>
    <message>
        <source>Renews by itself before it ends.</source>
        <translation>ख़त्म होने से पहले अपने आप बढ़ती है।</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>जल्द ख़त्म होगी</translation>
    </message>
    <message>
        <source>It is renewed by itself with the next record.</source>
        <translation>अगले रिकॉर्ड के साथ यह अपने आप नया हो जाएगा।</translation>
    </message>
    <message>
        <source>Being asked for</source>
        <translation>माँगी जा रही है</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>यहाँ कुछ करना नहीं है।</translation>
    </message>
    <message>
        <source>Refused: the details differ</source>
        <translation>मना: जानकारी अलग है</translation>
    </message>
    <message>
        <source>Compare name, sex and birth year with the ABHA app.</source>
        <translation>नाम, लिंग और जन्म वर्ष को आभा ऐप से मिलाएँ।</translation>
    </message>
    <message>
        <source>Asked for when you send</source>
        <translation>भेजते समय माँगी जाएगी</translation>
    </message>
    <message>
        <source>Starts by itself when the clinic is ready</source>
        <translation>क्लिनिक तैयार होते ही अपने आप</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>Ready to share</source>
        <translation>भेजने के लिए तैयार</translation>
    </message>
    <message>
        <source>The record can go to the patient&apos;s ABHA app after you confirm.</source>
        <translation>आपके पक्का करते ही पर्चा मरीज़ के ABHA ऐप में जा सकता है।</translation>
    </message>
    <message>
        <source>Saved here now, shared later</source>
        <translation>अभी यहाँ सुरक्षित, बाद में भेजेंगे</translation>
    </message>
    <message>
        <source>Care goes on. The record waits until the clinic is linked.</source>
        <translation>इलाज चलेगा। क्लिनिक जुड़ने तक पर्चा रुकेगा।</translation>
    </message>
    <message>
        <source>Continue without ABHA</source>
        <translation>ABHA के बिना आगे</translation>
    </message>
    <message>
        <source>Care goes on. The record stays in this clinic until the patient collects it.</source>
        <translation>इलाज चलेगा। मरीज़ के लेने तक पर्चा यहीं रहेगा।</translation>
    </message>
    <message>
        <source>The details differ from the ABHA</source>
        <translation>जानकारी ABHA से अलग है</translation>
    </message>
    <message>
        <source>Care goes on. Compare the identities before the record can be shared.</source>
        <translation>इलाज चलता रहेगा। रिकॉर्ड साझा करने से पहले पहचान मिलाएँ।</translation>
    </message>
    <message>
        <source>Continue as usual. The record goes out when the clinic is confirmed.</source>
        <translation>काम चलने दें। क्लिनिक की पुष्टि होते ही पर्चा जाएगा।</translation>
    </message>
    <message>
        <source>Continue as usual. The record goes out when the patient&apos;s ABHA is verified.</source>
        <translation>हमेशा की तरह आगे बढ़ें। मरीज़ का आभा सत्यापित होते ही रिकॉर्ड चला जाएगा।</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>This help</source>
        <translation>यह मदद</translation>
    </message>
    <message>
        <source>Book for the open patient, or look for one</source>
        <translation>खुले मरीज़ के लिए समय लें, या मरीज़ खोजें</translation>
    </message>
    <message>
        <source>Search; so does /</source>
        <translation>खोजें; / से भी</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>ताज़ा करें</translation>
    </message>
    <message>
        <source>Add a prescription or a page</source>
        <translation>पर्चा या पृष्ठ जोड़ें</translation>
    </message>
    <message>
        <source>Confirm, continue</source>
        <translation>पक्का करें, आगे बढ़ें</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back; nothing is lost</source>
        <translation>पीछे; कुछ भी नहीं खोता</translation>
    </message>
    <message>
        <source>Register a new patient</source>
        <translation>नया मरीज़ दर्ज करें</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>जिन पर ध्यान चाहिए</translation>
    </message>
    <message>
        <source>In a patient&apos;s file: add a prescription</source>
        <translation>मरीज़ की फ़ाइल में: पर्चा जोड़ें</translation>
    </message>
    <message>
        <source>On an appointment: has arrived</source>
        <translation>अपॉइंटमेंट पर: आ गए हैं</translation>
    </message>
    <message>
        <source>On a visit: move, cancel</source>
        <translation>मुलाक़ात पर: समय बदलें, रद्द करें</translation>
    </message>
    <message>
        <source>When booking: the time beside this one</source>
        <translation>बुकिंग में: इसके पास वाला समय</translation>
    </message>
    <message>
        <source>R, Del</source>
        <translation>R, Del</translation>
    </message>
    <message>
        <source>On a page: turn, remove</source>
        <translation>पृष्ठ पर: घुमाएँ, हटाएँ</translation>
    </message>
    <message>
        <source>On a page: earlier, later</source>
        <translation>पृष्ठ पर: पहले, बाद में</translation>
    </message>
    <message>
        <source>On a page: larger, smaller</source>
        <translation>पृष्ठ पर: बड़ा, छोटा</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>In a patient&apos;s file or the link check: verify or create an ABHA</source>
        <translation>मरीज़ की फ़ाइल या लिंक जाँच में: आभा सत्यापित करें या बनाएँ</translation>
    </message>
    <message>
        <source>Continue without an ABHA</source>
        <translation>आभा के बिना आगे बढ़ें</translation>
    </message>
    <message>
        <source>ABHA number, address, mobile, Aadhaar; create one</source>
        <translation>आभा नंबर, पता, मोबाइल, आधार; नया बनाएँ</translation>
    </message>
    <message>
        <source>Scan an ABHA QR with the camera; a reader works anywhere</source>
        <translation>कैमरे से आभा QR स्कैन करें; रीडर हर जगह काम करता है</translation>
    </message>
    <message>
        <source>Our clinic and doctors in the national registries</source>
        <translation>राष्ट्रीय रजिस्टरों में हमारा क्लिनिक और डॉक्टर</translation>
    </message>
    <message>
        <source>Print the open prescription; with Shift: choose paper, printer or PDF</source>
        <translation>खुला पर्चा छापें; Shift के साथ: काग़ज़, प्रिंटर या PDF चुनें</translation>
    </message>
    <message>
        <source>What may be prescribed at a distance</source>
        <translation>दूर से क्या लिखा जा सकता है</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Reading today</source>
        <translation>आज का दिन पढ़ा जा रहा है</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>नया मरीज़</translation>
    </message>
    <message>
        <source>Add prescription</source>
        <translation>पर्चा जोड़ें</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>बुक करें</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>अभी इंतज़ार में</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n मरीज़</numerusform>
            <numerusform>%n मरीज़</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>कोई इंतज़ार में नहीं।</translation>
    </message>
    <message>
        <source>Who arrives appears here with a number.</source>
        <translation>जो पहुँचेंगे, नंबर के साथ यहाँ दिखेंगे।</translation>
    </message>
    <message>
        <source>Today&apos;s appointments</source>
        <translation>आज की बुकिंग</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>कुल %n</numerusform>
            <numerusform>कुल %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No appointments.</source>
        <translation>कोई बुकिंग नहीं।</translation>
    </message>
    <message>
        <source>F2 books one.</source>
        <translation>F2 से बुक करें।</translation>
    </message>
</context>
<context>
    <name>IdentifierWords</name>
    <message>
        <source>ABHA number</source>
        <translation>आभा नंबर</translation>
    </message>
    <message>
        <source>ABHA address</source>
        <translation>आभा पता</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>हमारा नंबर</translation>
    </message>
    <message>
        <source>Number at %1</source>
        <translation>%1 का नंबर</translation>
    </message>
    <message>
        <source>Detached %1: %2</source>
        <comment>time, reason</comment>
        <translation>%1 हटाया गया: %2</translation>
    </message>
    <message>
        <source>Removed by its owner, %1</source>
        <translation>मालिक ने हटाया, %1</translation>
    </message>
    <message>
        <source>Verified by %1, %2</source>
        <comment>how, when</comment>
        <translation>%1 से सत्यापित, %2</translation>
    </message>
    <message>
        <source>Not verified here</source>
        <translation>यहाँ सत्यापित नहीं</translation>
    </message>
    <message>
        <source>Aadhaar OTP</source>
        <translation>आधार OTP</translation>
    </message>
    <message>
        <source>OTP on the ABHA mobile</source>
        <translation>आभा मोबाइल पर OTP</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>उँगली का निशान</translation>
    </message>
    <message>
        <source>face</source>
        <translation>चेहरा</translation>
    </message>
    <message>
        <source>iris</source>
        <translation>आँख की पुतली</translation>
    </message>
    <message>
        <source>creation here</source>
        <translation>यहाँ बनाने</translation>
    </message>
    <message>
        <source>the ABHA app&apos;s scan</source>
        <translation>आभा ऐप के स्कैन</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>किसी से नहीं</translation>
    </message>
    <message>
        <source>ABHA enrolment number</source>
        <translation>ABHA नामांकन संख्या</translation>
    </message>
    <message>
        <source>last visit %1</source>
        <translation>पिछली मुलाक़ात %1</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>अभी तक कोई मुलाक़ात नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) linked</source>
        <translation>
            <numerusform>%n रिकॉर्ड जुड़ा</numerusform>
            <numerusform>%n रिकॉर्ड जुड़े</numerusform>
        </translation>
    </message>
    <message>
        <source>Linked until %1</source>
        <translation>%1 तक जुड़ा</translation>
    </message>
    <message>
        <source>Linked before</source>
        <translation>पहले जुड़ा था</translation>
    </message>
    <message>
        <source>Not linked yet</source>
        <translation>अभी नहीं जुड़ा</translation>
    </message>
    <message>
        <source>details in Aadhaar</source>
        <translation>आधार के विवरण</translation>
    </message>
</context>
<context>
    <name>IdentifyStage</name>
    <message>
        <source>ABHA number</source>
        <translation>आभा नंबर</translation>
    </message>
    <message>
        <source>ABHA number, 14 digits</source>
        <translation>आभा नंबर, 14 अंक</translation>
    </message>
    <message>
        <source>Or scan the QR code of the ABHA card into this field.</source>
        <translation>या आभा कार्ड का QR कोड इस खाने में स्कैन करें।</translation>
    </message>
    <message>
        <source>ABHA address</source>
        <translation>आभा पता</translation>
    </message>
    <message>
        <source>Like asha@abdm. Or scan the QR code of the ABHA app.</source>
        <translation>जैसे asha@abdm। या आभा ऐप का QR कोड स्कैन करें।</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>मोबाइल नंबर</translation>
    </message>
    <message>
        <source>Mobile number of the ABHA</source>
        <translation>आभा का मोबाइल नंबर</translation>
    </message>
    <message>
        <source>A code goes to this phone; several people may share it.</source>
        <translation>इस फ़ोन पर कोड जाता है; कई लोग इसे साझा कर सकते हैं।</translation>
    </message>
    <message>
        <source>Aadhaar number</source>
        <translation>आधार नंबर</translation>
    </message>
    <message>
        <source>Which ABHA is it?</source>
        <translation>कौन-सा आभा है?</translation>
    </message>
    <message>
        <source>It is sent encrypted for this one step, and never stored, printed or shown again.</source>
        <translation>यह केवल इस चरण के लिए कूटबद्ध भेजा जाता है; न रखा, न छापा, न फिर दिखाया जाता है।</translation>
    </message>
    <message>
        <source>Send a code to the Aadhaar mobile</source>
        <translation>आधार मोबाइल पर कोड भेजें</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Type the 12 digits.</source>
        <translation>12 अंक लिखें।</translation>
    </message>
    <message>
        <source>Type it first.</source>
        <translation>पहले लिखें।</translation>
    </message>
    <message>
        <source>Aadhaar number, 12 digits</source>
        <translation>आधार नंबर, 12 अंक</translation>
    </message>
    <message>
        <source>Digits only; paste works. The field empties itself when it is left.</source>
        <translation>केवल अंक; चिपकाना चलता है। खाना छोड़ने पर अपने-आप खाली हो जाता है।</translation>
    </message>
    <message>
        <source>The phone is not here: find the ABHA by mobile</source>
        <translation>फ़ोन यहाँ नहीं है: मोबाइल से आभा खोजें</translation>
    </message>
    <message>
        <source>There is no ABHA yet: create one</source>
        <translation>अभी आभा नहीं है: बनाएँ</translation>
    </message>
    <message>
        <source>With a driving licence</source>
        <translation>ड्राइविंग लाइसेंस से</translation>
    </message>
    <message>
        <source>By face, with the ABHA app</source>
        <translation>चेहरे से, आभा ऐप के साथ</translation>
    </message>
    <message>
        <source>Go on with the creation that was left half-way</source>
        <translation>अधूरी छूटी प्रक्रिया आगे बढ़ाएँ</translation>
    </message>
    <message>
        <source>Scan the ABHA QR</source>
        <translation>आभा QR स्कैन करें</translation>
    </message>
    <message>
        <source>Mobile number of the person</source>
        <translation>व्यक्ति का मोबाइल नंबर</translation>
    </message>
    <message>
        <source>A code goes to this phone; the ABHA service writes to it.</source>
        <translation>इस फ़ोन पर कोड जाता है; ABHA सेवा इसी पर लिखती है।</translation>
    </message>
    <message>
        <source>Show the QR code</source>
        <translation>QR कोड दिखाएँ</translation>
    </message>
    <message>
        <source>Send a code</source>
        <translation>कोड भेजें</translation>
    </message>
    <message>
        <source>Mobile number for ABHA messages</source>
        <translation>ABHA संदेशों के लिए मोबाइल नंबर</translation>
    </message>
    <message>
        <source>With a fingerprint or iris device</source>
        <translation>फ़िंगरप्रिंट या आइरिस यंत्र से</translation>
    </message>
    <message>
        <source>Create the ABHA</source>
        <translation>आभा बनाएँ</translation>
    </message>
    <message>
        <source>Go on to the device</source>
        <translation>आगे उपकरण पर जाएँ</translation>
    </message>
    <message>
        <source>From details, for a government programme</source>
        <translation>विवरण से, सरकारी कार्यक्रम के लिए</translation>
    </message>
</context>
<context>
    <name>IdentityCompare</name>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 और %2 साथ-साथ</translation>
    </message>
    <message>
        <source>%1: %2, same</source>
        <translation>%1: %2, समान</translation>
    </message>
    <message>
        <source>%1 differs: %2 and %3</source>
        <translation>%1 अलग है: %2 और %3</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>एक जैसा</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>अलग</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>Numbers and addresses</source>
        <translation>नंबर और पते</translation>
    </message>
    <message>
        <source>Other hospital or system</source>
        <translation>दूसरा अस्पताल या सिस्टम</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>उसका नंबर</translation>
    </message>
    <message>
        <source>Add number</source>
        <translation>नंबर जोड़ें</translation>
    </message>
    <message>
        <source>Write both first.</source>
        <translation>पहले दोनों लिखें।</translation>
    </message>
    <message>
        <source>Merged into this file</source>
        <translation>इस फ़ाइल में मिलाया गया</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>फिर अलग करें</translation>
    </message>
    <message>
        <source>Is the ABHA wrong or gone?</source>
        <translation>आभा ग़लत है या हटा दिया गया?</translation>
    </message>
    <message>
        <source>Detach a wrong ABHA</source>
        <translation>ग़लत आभा हटाएँ</translation>
    </message>
    <message>
        <source>Removed by its owner</source>
        <translation>मालिक ने हटाया</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>फ़ाइल पर वापस</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Removed by its owner?</source>
        <translation>मालिक ने हटा दिया?</translation>
    </message>
    <message>
        <source>Every reference to this ABHA, its permissions and tokens are destroyed. The medical record stays. This cannot be undone.</source>
        <translation>इस आभा का हर उल्लेख, उसकी अनुमतियाँ और टोकन मिटा दिए जाते हैं। इलाज का रिकॉर्ड रहता है। इसे वापस नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>Remove the ABHA</source>
        <translation>आभा मिटाएँ</translation>
    </message>
    <message>
        <source>At our clinics</source>
        <translation>हमारे क्लिनिकों में</translation>
    </message>
</context>
<context>
    <name>IdentityWords</name>
    <message>
        <source>Alike</source>
        <translation>मिलता-जुलता</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>नहीं बताया</translation>
    </message>
</context>
<context>
    <name>KeyHint</name>
    <message>
        <source>%1: %2</source>
        <comment>key and its action</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>KindDialog</name>
    <message>
        <source>Write a record</source>
        <translation>रिकॉर्ड लिखें</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>परामर्श</translation>
    </message>
    <message>
        <source>Vitals and wellness</source>
        <translation>जीवन-संकेत और स्वास्थ्य</translation>
    </message>
    <message>
        <source>Lab report</source>
        <translation>लैब रिपोर्ट</translation>
    </message>
    <message>
        <source>Imaging report</source>
        <translation>इमेजिंग रिपोर्ट</translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation>टीकाकरण</translation>
    </message>
    <message>
        <source>Discharge summary</source>
        <translation>डिस्चार्ज सारांश</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>बिल</translation>
    </message>
</context>
<context>
    <name>LetterheadDialog</name>
    <message>
        <source>Letterhead</source>
        <translation>लेटरहेड</translation>
    </message>
    <message>
        <source>Printed on every prescription and sent with it.</source>
        <translation>हर पर्चे पर छपता है और उसके साथ भेजा जाता है।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>क्लिनिक</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>पता, दूसरी पंक्ति</translation>
    </message>
    <message>
        <source>City</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>योग्यता</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>पंजीकरण संख्या</translation>
    </message>
    <message>
        <source>Council that registered the doctor</source>
        <translation>परिषद जिसने डॉक्टर का पंजीकरण किया</translation>
    </message>
    <message>
        <source>Own phone (optional)</source>
        <translation>अपना फ़ोन (वैकल्पिक)</translation>
    </message>
    <message>
        <source>Own e-mail (optional)</source>
        <translation>अपना ई-मेल (वैकल्पिक)</translation>
    </message>
</context>
<context>
    <name>LicenceStage</name>
    <message>
        <source>Driving licence</source>
        <translation>ड्राइविंग लाइसेंस</translation>
    </message>
    <message>
        <source>As printed on the licence. Both pictures are needed, each at most 100 KB.</source>
        <translation>जैसा लाइसेंस पर छपा है। दोनों चित्र चाहिए, हर एक अधिकतम 100 KB।</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Choose both pictures first.</source>
        <translation>पहले दोनों चित्र चुनें।</translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation>लाइसेंस नंबर</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>जन्म तिथि</translation>
    </message>
    <message>
        <source>Year-month-day: 1989-06-20</source>
        <translation>वर्ष-माह-दिन: 1989-06-20</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>पहला नाम</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>उपनाम</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>District</source>
        <translation>ज़िला</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>Front side</source>
        <translation>सामने का भाग</translation>
    </message>
    <message>
        <source>Back side</source>
        <translation>पीछे का भाग</translation>
    </message>
</context>
<context>
    <name>LikelyFiles</name>
    <message>
        <source>Perhaps already here</source>
        <translation>शायद पहले से यहाँ है</translation>
    </message>
    <message>
        <source>%1 (very likely)</source>
        <translation>%1 (बहुत संभव)</translation>
    </message>
</context>
<context>
    <name>LikenessWords</name>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>जन्म</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>ABHA number</source>
        <translation>आभा नंबर</translation>
    </message>
    <message>
        <source>ABHA address</source>
        <translation>आभा पता</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>पता नहीं</translation>
    </message>
    <message>
        <source>same ABHA number</source>
        <translation>वही आभा नंबर</translation>
    </message>
    <message>
        <source>same ABHA address</source>
        <translation>वही आभा पता</translation>
    </message>
    <message>
        <source>same mobile</source>
        <translation>वही मोबाइल</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>वही नाम</translation>
    </message>
    <message>
        <source>name sounds alike</source>
        <translation>नाम सुनने में मिलता-जुलता</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>वही जन्म तारीख़</translation>
    </message>
    <message>
        <source>nearly the same age</source>
        <translation>लगभग वही उम्र</translation>
    </message>
    <message>
        <source>same sex</source>
        <translation>वही लिंग</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>वही स्थान</translation>
    </message>
</context>
<context>
    <name>LinkCheckPage</name>
    <message>
        <source>Add prescription</source>
        <translation>पर्चा जोड़ें</translation>
    </message>
    <message>
        <source>Continue, share later</source>
        <translation>आगे, बाद में भेजेंगे</translation>
    </message>
    <message>
        <source>Linking %1</source>
        <translation>%1 को जोड़ा जा रहा है</translation>
    </message>
    <message>
        <source>What will be shared</source>
        <translation>क्या भेजा जाएगा</translation>
    </message>
    <message>
        <source>What happens meanwhile</source>
        <translation>तब तक क्या होगा</translation>
    </message>
    <message>
        <source>One prescription from this visit</source>
        <translation>इस मुलाक़ात का एक पर्चा</translation>
    </message>
    <message>
        <source>To the ABHA app of %1 only</source>
        <translation>केवल %1 के ABHA ऐप में</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>Nothing leaves before you confirm.</source>
        <translation>आपके पक्का करने से पहले कुछ नहीं जाता।</translation>
    </message>
    <message>
        <source>The visit is booked.</source>
        <translation>बुकिंग हो गई।</translation>
    </message>
    <message>
        <source>You add and confirm the prescription now.</source>
        <translation>आप पर्चा अभी जोड़ें और पक्का करें।</translation>
    </message>
    <message>
        <source>It waits in the outbox, safe on this computer.</source>
        <translation>वह इस कंप्यूटर पर सुरक्षित रुकेगा।</translation>
    </message>
    <message>
        <source>It leaves when the manager has put this right.</source>
        <translation>मैनेजर के ठीक करने पर जाएगा।</translation>
    </message>
    <message>
        <source>It leaves by itself when everything is confirmed.</source>
        <translation>सब पुष्टि होते ही अपने आप जाएगा।</translation>
    </message>
</context>
<context>
    <name>ListFileDialog</name>
    <message>
        <source>Choose a medicine list</source>
        <translation>दवा सूची चुनें</translation>
    </message>
    <message>
        <source>Medicine lists (%1)</source>
        <translation>दवा सूचियाँ (%1)</translation>
    </message>
</context>
<context>
    <name>ListInForceCard</name>
    <message>
        <source>In force</source>
        <translation>लागू</translation>
    </message>
    <message>
        <source>Check a newer list…</source>
        <translation>नई सूची जाँचें…</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>इससे पहले</translation>
    </message>
</context>
<context>
    <name>ListProposalCard</name>
    <message>
        <source>This file would judge instead</source>
        <translation>इसके बदले यह फ़ाइल लागू होगी</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>इसके लिए कौन उत्तरदायी है</translation>
    </message>
    <message>
        <source>Records that are signed already keep the version by which they were judged.</source>
        <translation>जिन रिकॉर्ड पर हस्ताक्षर हो चुके हैं, वे उसी संस्करण के रहेंगे जिससे वे परखे गए थे।</translation>
    </message>
    <message>
        <source>Put it in force</source>
        <translation>इसे लागू करें</translation>
    </message>
    <message>
        <source>Say which doctor answers for it</source>
        <translation>बताएँ कि इसके लिए कौन डॉक्टर उत्तरदायी है</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>रहने दें</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Sandbox: for training. Nothing here is a real person, nothing leaves this computer.</source>
        <translation>सैंडबॉक्स: सीखने के लिए। यहाँ कोई असली मरीज़ नहीं, कुछ बाहर नहीं जाता।</translation>
    </message>
    <message numerus="yes">
        <source>Working without the health network. %n record(s) saved here, sent when the internet is back.</source>
        <translation>
            <numerusform>नेटवर्क के बिना काम चल रहा है। %n पर्चे यहाँ सुरक्षित, इंटरनेट आते ही भेजेंगे।</numerusform>
            <numerusform>नेटवर्क के बिना काम चल रहा है। %n पर्चे यहाँ सुरक्षित, इंटरनेट आते ही भेजेंगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has number %2.</source>
        <translation>%1 का नंबर %2 है।</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1 दर्ज हो गए।</translation>
    </message>
    <message>
        <source>The clinic&apos;s key lies in a file on this computer, because it has no password store. Tell IT.</source>
        <translation>क्लिनिक की कुंजी इस कंप्यूटर की एक फ़ाइल में है, क्योंकि यहाँ पासवर्ड भंडार नहीं है। IT को बताएँ।</translation>
    </message>
</context>
<context>
    <name>MedicineListWords</name>
    <message>
        <source>O: any way</source>
        <translation>O: किसी भी माध्यम से</translation>
    </message>
    <message>
        <source>A: first by video</source>
        <translation>A: पहली बार वीडियो से</translation>
    </message>
    <message>
        <source>B: follow-up only</source>
        <translation>B: केवल अनुवर्ती परामर्श में</translation>
    </message>
    <message>
        <source>Prohibited</source>
        <translation>वर्जित</translation>
    </message>
    <message>
        <source>on the skin</source>
        <translation>त्वचा पर</translation>
    </message>
    <message>
        <source>in the eye</source>
        <translation>आँख में</translation>
    </message>
    <message>
        <source>in the ear</source>
        <translation>कान में</translation>
    </message>
    <message>
        <source>as a refill</source>
        <translation>दोबारा लेने के लिए</translation>
    </message>
</context>
<context>
    <name>MedicineListsPage</name>
    <message>
        <source>What may be prescribed at a distance</source>
        <translation>दूर से क्या लिखा जा सकता है</translation>
    </message>
    <message>
        <source>The lists name examples. What is on none of them is the doctor&apos;s judgement, with a reason.</source>
        <translation>सूचियाँ उदाहरण देती हैं। जो किसी सूची में नहीं है, उसका निर्णय डॉक्टर कारण बताकर करते हैं।</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>%1 Row %2.</source>
        <translation>%1 पंक्ति %2।</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>दवा</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>कौन सी सूची</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>O</source>
        <translation>O</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Prohibited</source>
        <translation>वर्जित</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>दवाएँ</translation>
    </message>
    <message>
        <source>No list names it.</source>
        <translation>यह किसी सूची में नहीं है।</translation>
    </message>
    <message>
        <source>At a distance the doctor prescribes it with a reason.</source>
        <translation>दूर से डॉक्टर इसे कारण बताकर लिखते हैं।</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Is this one person?</source>
        <translation>क्या यह एक ही व्यक्ति है?</translation>
    </message>
    <message>
        <source>Somebody said before that these are two people.</source>
        <translation>पहले किसी ने कहा था कि ये दो अलग व्यक्ति हैं।</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>आमने-सामने</translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <translation>रहेगी: %1</translation>
    </message>
    <message>
        <source>Moves into it: %1</source>
        <translation>इसमें मिलेगी: %1</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>क्या जाएगा</translation>
    </message>
    <message>
        <source>Let the other file stay</source>
        <translation>दूसरी फ़ाइल रखें</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>पढ़ा जा रहा है</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>अलग व्यक्ति हैं</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Merge the files</source>
        <translation>फ़ाइलें मिलाएँ</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>फ़ाइलें पढ़ी जा रही हैं</translation>
    </message>
    <message>
        <source>Merge the two files?</source>
        <translation>दोनों फ़ाइलें मिलाएँ?</translation>
    </message>
    <message>
        <source>Everything of %1 goes to the file that stays. You can undo this for 30 days.</source>
        <translation>%1 का सब कुछ रहने वाली फ़ाइल में जाएगा। 30 दिन तक इसे वापस कर सकते हैं।</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>मिलाएँ</translation>
    </message>
    <message>
        <source>Write a reason first.</source>
        <translation>पहले कारण लिखें।</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>रहेगी</translation>
    </message>
    <message>
        <source>Moves into it</source>
        <translation>इसमें मिलेगी</translation>
    </message>
</context>
<context>
    <name>MethodStage</name>
    <message>
        <source>Where shall the code go?</source>
        <translation>कोड कहाँ जाए?</translation>
    </message>
    <message>
        <source>ABHA %1. Ask the person which phone is at hand.</source>
        <translation>आभा %1। व्यक्ति से पूछें कि कौन-सा फ़ोन पास है।</translation>
    </message>
    <message>
        <source>The number that Aadhaar knows</source>
        <translation>वह नंबर जो आधार में है</translation>
    </message>
    <message>
        <source>This account offers no way that works at a desk. Go on without it, or let the person share it from the ABHA app.</source>
        <translation>इस खाते में डेस्क पर चलने वाला कोई तरीका नहीं है। इसके बिना आगे बढ़ें, या व्यक्ति आभा ऐप से साझा करे।</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>Still missing</source>
        <translation>अभी बाकी है</translation>
    </message>
    <message>
        <source>May be added</source>
        <translation>जोड़ा जा सकता है</translation>
    </message>
</context>
<context>
    <name>MissingWords</name>
    <message>
        <source>The letterhead lacks the clinic&apos;s name.</source>
        <translation>लेटरहेड में क्लिनिक का नाम नहीं है।</translation>
    </message>
    <message>
        <source>The letterhead lacks the clinic&apos;s address.</source>
        <translation>लेटरहेड में क्लिनिक का पता नहीं है।</translation>
    </message>
    <message>
        <source>The letterhead lacks a phone number or e-mail.</source>
        <translation>लेटरहेड में फ़ोन नंबर या ई-मेल नहीं है।</translation>
    </message>
    <message>
        <source>The letterhead lacks the doctor&apos;s name.</source>
        <translation>लेटरहेड में डॉक्टर का नाम नहीं है।</translation>
    </message>
    <message>
        <source>The letterhead lacks the doctor&apos;s qualification.</source>
        <translation>लेटरहेड में डॉक्टर की योग्यता नहीं है।</translation>
    </message>
    <message>
        <source>The letterhead lacks the doctor&apos;s registration number.</source>
        <translation>लेटरहेड में डॉक्टर की पंजीकरण संख्या नहीं है।</translation>
    </message>
    <message>
        <source>The letterhead lacks the council that registered the doctor.</source>
        <translation>लेटरहेड में डॉक्टर की पंजीकरण परिषद नहीं है।</translation>
    </message>
    <message>
        <source>The file lacks the patient&apos;s name.</source>
        <translation>फ़ाइल में मरीज़ का नाम नहीं है।</translation>
    </message>
    <message>
        <source>The patient&apos;s age is not known. Ask for it.</source>
        <translation>मरीज़ की उम्र ज्ञात नहीं है। पूछें।</translation>
    </message>
    <message>
        <source>The patient&apos;s sex is not known. Ask for it.</source>
        <translation>मरीज़ का लिंग ज्ञात नहीं है। पूछें।</translation>
    </message>
    <message>
        <source>The patient&apos;s address is not known. Ask for it.</source>
        <translation>मरीज़ का पता ज्ञात नहीं है। पूछें।</translation>
    </message>
    <message>
        <source>A child: the weight is not said.</source>
        <translation>बच्चा: वज़न नहीं लिखा है।</translation>
    </message>
    <message>
        <source>A child: the height is not said.</source>
        <translation>बच्चा: लंबाई नहीं लिखी है।</translation>
    </message>
    <message>
        <source>The last menstrual period is not said.</source>
        <translation>पिछली माहवारी नहीं लिखी है।</translation>
    </message>
    <message>
        <source>The record has no date.</source>
        <translation>रिकॉर्ड में तारीख़ नहीं है।</translation>
    </message>
    <message>
        <source>It is not said how the consultation was held.</source>
        <translation>परामर्श कैसे हुआ, यह नहीं बताया गया है।</translation>
    </message>
    <message>
        <source>There are no complaints.</source>
        <translation>कोई शिकायत नहीं लिखी है।</translation>
    </message>
    <message>
        <source>There is no diagnosis; a provisional one is enough.</source>
        <translation>निदान नहीं लिखा है; अस्थायी निदान काफ़ी है।</translation>
    </message>
    <message>
        <source>There is no medicine.</source>
        <translation>कोई दवा नहीं है।</translation>
    </message>
    <message>
        <source>There is no advice.</source>
        <translation>कोई सलाह नहीं है।</translation>
    </message>
    <message>
        <source>No follow-up is said.</source>
        <translation>अगली मुलाक़ात नहीं लिखी है।</translation>
    </message>
    <message>
        <source>%1: the medicine has no name.</source>
        <translation>%1: दवा का नाम नहीं है।</translation>
    </message>
    <message>
        <source>%1: the name is not written in Latin letters.</source>
        <translation>%1: नाम रोमन अक्षरों में नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: the form is not said (tablet, syrup, churna …).</source>
        <translation>%1: रूप नहीं लिखा है (गोली, सिरप, चूर्ण …)।</translation>
    </message>
    <message>
        <source>%1: the strength is not said.</source>
        <translation>%1: शक्ति नहीं लिखी है।</translation>
    </message>
    <message>
        <source>%1: the potency is not said.</source>
        <translation>%1: पोटेंसी नहीं लिखी है।</translation>
    </message>
    <message>
        <source>%1: the dose is not said.</source>
        <translation>%1: मात्रा नहीं लिखी है।</translation>
    </message>
    <message>
        <source>%1: how often is not said.</source>
        <translation>%1: कितनी बार, नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: when it is taken is not said.</source>
        <translation>%1: कब लेना है, नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: the anupana is not said.</source>
        <translation>%1: अनुपान नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: for how many days is not said.</source>
        <translation>%1: कितने दिन, नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: the total amount is not said.</source>
        <translation>%1: कुल मात्रा नहीं लिखी है।</translation>
    </message>
    <message>
        <source>The report has no name.</source>
        <translation>रिपोर्ट का नाम नहीं है।</translation>
    </message>
    <message>
        <source>There is no result.</source>
        <translation>कोई परिणाम नहीं है।</translation>
    </message>
    <message>
        <source>A specimen needs a name and when it was collected and received.</source>
        <translation>नमूने का नाम, लेने का समय और मिलने का समय चाहिए।</translation>
    </message>
    <message>
        <source>There is no conclusion.</source>
        <translation>निष्कर्ष नहीं है।</translation>
    </message>
    <message>
        <source>There is no picture.</source>
        <translation>कोई चित्र नहीं है।</translation>
    </message>
    <message>
        <source>The patient was discharged before being admitted.</source>
        <translation>छुट्टी का समय भर्ती से पहले का है।</translation>
    </message>
    <message>
        <source>Nothing is said about the stay.</source>
        <translation>भर्ती के बारे में कुछ नहीं लिखा है।</translation>
    </message>
    <message>
        <source>The bill has no number.</source>
        <translation>बिल की संख्या नहीं है।</translation>
    </message>
    <message>
        <source>The bill has no line.</source>
        <translation>बिल में कोई पंक्ति नहीं है।</translation>
    </message>
    <message>
        <source>%1: the number of pieces is not said.</source>
        <translation>%1: संख्या नहीं लिखी है।</translation>
    </message>
    <message>
        <source>%1: whose illness it is, is not said.</source>
        <translation>%1: किसकी बीमारी है, नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: the vaccine has no name.</source>
        <translation>%1: टीके का नाम नहीं है।</translation>
    </message>
    <message>
        <source>%1: the day of the vaccine is not said.</source>
        <translation>%1: टीके का दिन नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: it is not said what it is.</source>
        <translation>%1: यह क्या है, नहीं लिखा है।</translation>
    </message>
    <message>
        <source>%1: the day cannot be right.</source>
        <translation>%1: दिन सही नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Complete the letterhead</source>
        <translation>लेटरहेड पूरा करें</translation>
    </message>
    <message>
        <source>Complete the patient&apos;s file</source>
        <translation>मरीज़ की फ़ाइल पूरी करें</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>बताएँ</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>उस जगह जाएँ</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>चित्र जोड़ें</translation>
    </message>
</context>
<context>
    <name>NewPatientDialog</name>
    <message>
        <source>New patient</source>
        <translation>नया मरीज़</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>दर्ज करें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Age or birth date</source>
        <translation>उम्र या जन्म तारीख़</translation>
    </message>
    <message>
        <source>46, 1980 or 12-10-1980</source>
        <translation>46, 1980 या 12-10-1980</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Empty when there is no phone</source>
        <translation>फ़ोन न हो तो ख़ाली</translation>
    </message>
    <message>
        <source>Place (optional)</source>
        <translation>जगह (ज़रूरी नहीं)</translation>
    </message>
    <message>
        <source>ABHA (optional)</source>
        <translation>ABHA (ज़रूरी नहीं)</translation>
    </message>
    <message>
        <source>Register with an ABHA</source>
        <translation>आभा से पंजीकरण करें</translation>
    </message>
    <message>
        <source>Create an ABHA</source>
        <translation>आभा बनाएँ</translation>
    </message>
    <message>
        <source>Why is this somebody else?</source>
        <translation>यह कोई और क्यों है?</translation>
    </message>
</context>
<context>
    <name>OtpStage</name>
    <message>
        <source>One-time password</source>
        <translation>वन-टाइम पासवर्ड</translation>
    </message>
    <message>
        <source>Check the code</source>
        <translation>कोड जाँचें</translation>
    </message>
    <message>
        <source>Type the 6 digits.</source>
        <translation>6 अंक लिखें।</translation>
    </message>
    <message>
        <source>Code, 6 digits</source>
        <translation>कोड, 6 अंक</translation>
    </message>
    <message>
        <source>Mobile for ABHA messages</source>
        <translation>आभा संदेशों के लिए मोबाइल</translation>
    </message>
    <message>
        <source>Aadhaar&apos;s mobile needs no second code. Another one gets a code of its own.</source>
        <translation>आधार वाले मोबाइल पर दूसरा कोड नहीं चाहिए। दूसरे मोबाइल पर उसका अपना कोड जाता है।</translation>
    </message>
    <message>
        <source>Type the mobile for ABHA messages.</source>
        <translation>आभा संदेशों का मोबाइल लिखें।</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>नया कोड भेजें</translation>
    </message>
    <message>
        <source>Code for the ABHA mobile</source>
        <translation>आभा मोबाइल का कोड</translation>
    </message>
    <message>
        <source>The code does not come: another way</source>
        <translation>कोड नहीं आ रहा: दूसरा तरीका</translation>
    </message>
</context>
<context>
    <name>PageCare</name>
    <message>
        <source>Screen quality: the sent copy is smaller, the original stays in this clinic.</source>
        <translation>स्क्रीन जितनी साफ़: भेजी गई प्रति छोटी है, असली इसी क्लिनिक में रहती है।</translation>
    </message>
    <message>
        <source>Show as taken</source>
        <translation>जैसी खींची वैसी दिखाएँ</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>सीधा करें</translation>
    </message>
    <message>
        <source>Why does it go as it is?</source>
        <translation>यह ऐसे ही क्यों जाए?</translation>
    </message>
    <message>
        <source>Kept with the record and in the audit trail</source>
        <translation>रिकॉर्ड के साथ और जाँच सूची में रखा जाता है</translation>
    </message>
    <message>
        <source>Send it as it is</source>
        <translation>ऐसे ही भेजें</translation>
    </message>
    <message>
        <source>Say why first</source>
        <translation>पहले कारण बताएँ</translation>
    </message>
</context>
<context>
    <name>PageFileDialog</name>
    <message>
        <source>Add pages</source>
        <translation>पृष्ठ जोड़ें</translation>
    </message>
    <message>
        <source>Pages (%1)</source>
        <translation>पृष्ठ (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>पन्ने</translation>
    </message>
</context>
<context>
    <name>PageThumb</name>
    <message>
        <source>Page %1</source>
        <translation>पन्ना %1</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>पृष्ठ %1: %2</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>नहीं जुड़ा</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>This page cannot be shown.</source>
        <translation>यह पृष्ठ दिखाया नहीं जा सकता।</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>A little dark</source>
        <translation>थोड़ा अँधेरा</translation>
    </message>
    <message>
        <source>It can be read. More light makes a better picture.</source>
        <translation>पढ़ा जा सकता है। ज़्यादा रोशनी में तस्वीर बेहतर आती है।</translation>
    </message>
    <message>
        <source>A little blurred</source>
        <translation>थोड़ा धुँधला</translation>
    </message>
    <message>
        <source>It can be read. Hold the camera still for a better picture.</source>
        <translation>पढ़ा जा सकता है। बेहतर तस्वीर के लिए कैमरा स्थिर रखें।</translation>
    </message>
    <message>
        <source>Too dark to read</source>
        <translation>पढ़ने के लिए बहुत अँधेरा</translation>
    </message>
    <message>
        <source>Take it again with more light, or say why it goes as it is.</source>
        <translation>ज़्यादा रोशनी में फिर खींचें, या बताएँ कि यह ऐसे ही क्यों जाए।</translation>
    </message>
    <message>
        <source>Too blurred to read</source>
        <translation>पढ़ने के लिए बहुत धुँधला</translation>
    </message>
    <message>
        <source>Take it again, nearer and held still, or say why it goes as it is.</source>
        <translation>पास से और स्थिर रखकर फिर खींचें, या बताएँ कि यह ऐसे ही क्यों जाए।</translation>
    </message>
    <message>
        <source>Reads well</source>
        <translation>साफ़ पढ़ा जाता है</translation>
    </message>
</context>
<context>
    <name>PagesWell</name>
    <message>
        <source>Pages</source>
        <translation>पृष्ठ</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>पृष्ठ %1 / %2</translation>
    </message>
</context>
<context>
    <name>PatientBar</name>
    <message>
        <source>Patient: %1, %2</source>
        <translation>मरीज़: %1, %2</translation>
    </message>
    <message>
        <source>ABHA address %1, verified</source>
        <translation>आभा पता %1, सत्यापित</translation>
    </message>
    <message>
        <source>ABHA address %1, not verified</source>
        <translation>आभा पता %1, सत्यापित नहीं</translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message>
        <source>Add prescription</source>
        <translation>पर्चा जोड़ें</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>बुक करें</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>रिकॉर्ड</translation>
    </message>
    <message numerus="yes">
        <source>%n in this file</source>
        <translation>
            <numerusform>इस फ़ाइल में %n</numerusform>
            <numerusform>इस फ़ाइल में %n</numerusform>
        </translation>
    </message>
    <message>
        <source>First visit.</source>
        <translation>पहली मुलाक़ात।</translation>
    </message>
    <message>
        <source>Records appear here with what became of them.</source>
        <translation>पर्चे और उनकी स्थिति यहाँ दिखेगी।</translation>
    </message>
    <message>
        <source>ABHA again</source>
        <translation>आभा फिर से</translation>
    </message>
    <message>
        <source>Verify or create ABHA</source>
        <translation>आभा सत्यापित करें या बनाएँ</translation>
    </message>
    <message>
        <source>Numbers and merges</source>
        <translation>नंबर और मिलाई गई फ़ाइलें</translation>
    </message>
    <message>
        <source>Compare with the health account</source>
        <translation>स्वास्थ्य खाते से तुलना करें</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>सहमतियाँ</translation>
    </message>
    <message>
        <source>Write prescription</source>
        <translation>पर्चा लिखें</translation>
    </message>
    <message>
        <source>Write other record</source>
        <translation>अन्य रिकॉर्ड लिखें</translation>
    </message>
    <message>
        <source>Identity and consents</source>
        <translation>पहचान और सहमतियाँ</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>As the patient says it. It stays in the file.</source>
        <translation>जैसा मरीज़ बताए। यह फ़ाइल में रहता है।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Age or birth date</source>
        <translation>उम्र या जन्म तिथि</translation>
    </message>
    <message>
        <source>46, 1980 or 12-10-1980</source>
        <translation>46, 1980 या 12-10-1980</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>Male</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>gender</comment>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Sex not known</source>
        <translation>लिंग पता नहीं</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>birth date</comment>
        <translation>पता नहीं</translation>
    </message>
    <message>
        <source>Video visit</source>
        <translation>वीडियो</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>क्लिनिक में</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>आना है</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>पहुँच गए</translation>
    </message>
    <message>
        <source>With the doctor</source>
        <translation>डॉक्टर के पास</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>नहीं आए</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>%1, %2 y</source>
        <comment>sex, age in years</comment>
        <translation>%2 वर्ष, %1</translation>
    </message>
    <message>
        <source>%1, age not known</source>
        <translation>%1, उम्र पता नहीं</translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>patient number of this clinic</comment>
        <translation>नं. %1</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>फ़ोन नहीं</translation>
    </message>
    <message>
        <source>mobile %1</source>
        <translation>मोबाइल %1</translation>
    </message>
</context>
<context>
    <name>PostersDialog</name>
    <message>
        <source>QR posters</source>
        <translation>QR पोस्टर</translation>
    </message>
    <message>
        <source>One for each counter. The counter&apos;s name comes back with every scan.</source>
        <translation>हर काउंटर के लिए एक। हर स्कैन के साथ काउंटर का नाम आता है।</translation>
    </message>
    <message>
        <source>Print this poster</source>
        <translation>यह पोस्टर छापें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Drawing the poster</source>
        <translation>पोस्टर बन रहा है</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Remove counter %1</source>
        <translation>काउंटर %1 हटाएँ</translation>
    </message>
    <message>
        <source>New counter</source>
        <translation>नया काउंटर</translation>
    </message>
    <message>
        <source>1 to 20 letters or digits, for example OPD2</source>
        <translation>1 से 20 अक्षर या अंक, जैसे OPD2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>Write its name first.</source>
        <translation>पहले नाम लिखें।</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF में सहेजें</translation>
    </message>
    <message>
        <source>Poster of counter %1</source>
        <translation>काउंटर %1 का पोस्टर</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PrescribingCard</name>
    <message>
        <source>May this be prescribed here?</source>
        <translation>क्या यह यहाँ लिखा जा सकता है?</translation>
    </message>
    <message>
        <source>How was the consultation held?</source>
        <translation>परामर्श कैसे हुआ?</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>वीडियो</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>ऑडियो</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>The patient comes for what I treated before</source>
        <translation>मरीज़ उसी तकलीफ़ के लिए आया है जिसका मैंने पहले इलाज किया</translation>
    </message>
    <message>
        <source>The patient takes medicine for it already</source>
        <translation>मरीज़ इसके लिए पहले से दवा ले रहा है</translation>
    </message>
    <message>
        <source>Why these medicines are right here</source>
        <translation>ये दवाएँ यहाँ क्यों ठीक हैं</translation>
    </message>
</context>
<context>
    <name>PrescribingWords</name>
    <message>
        <source>%1 may never be prescribed in a tele-consultation: narcotic, psychotropic or Schedule X. Rule P1</source>
        <translation>%1 दूर-परामर्श में कभी नहीं लिखी जा सकती: स्वापक, मनःप्रभावी या अनुसूची X। नियम P1</translation>
    </message>
    <message>
        <source>%1 needs video or a visit: a first consultation by audio or text allows list O only. Rule P2</source>
        <translation>%1 के लिए वीडियो या मिलना ज़रूरी है: ऑडियो या संदेश से पहले परामर्श में केवल सूची O। नियम P2</translation>
    </message>
    <message>
        <source>%1 is for a follow-up of the same condition only, within six months of a visit in person. Rule P3</source>
        <translation>%1 केवल उसी तकलीफ़ के अनुवर्ती परामर्श के लिए है, आमने-सामने मिलने के छह महीने के भीतर। नियम P3</translation>
    </message>
    <message>
        <source>%1 is on none of the lists: your judgement, with a reason. Rule P4</source>
        <translation>%1 किसी सूची में नहीं है: आपका निर्णय, कारण के साथ। नियम P4</translation>
    </message>
    <message>
        <source>%1: the lists for this system of medicine are not known to the program; your judgement. Rule Y2</source>
        <translation>%1: इस चिकित्सा पद्धति की सूचियाँ प्रोग्राम को ज्ञात नहीं हैं; आपका निर्णय। नियम Y2</translation>
    </message>
    <message>
        <source>%1 belongs to another system of medicine than the doctor&apos;s degree. Rule Y4</source>
        <translation>%1 डॉक्टर की उपाधि से अलग चिकित्सा पद्धति की है। नियम Y4</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print the prescription</source>
        <translation>पर्चा छापें</translation>
    </message>
    <message>
        <source>The prescription as it will be printed</source>
        <translation>पर्चा जैसा छपेगा</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>This record has no sheet to print.</source>
        <translation>इस रिकॉर्ड का छापने योग्य पर्चा नहीं है।</translation>
    </message>
    <message>
        <source>Drawing the sheet</source>
        <translation>पर्चा बन रहा है</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>This computer has no printer. Save the sheet as PDF.</source>
        <translation>इस कंप्यूटर पर प्रिंटर नहीं है। पर्चे को PDF में सहेजें।</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>प्रतियाँ</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF में सहेजें</translation>
    </message>
    <message>
        <source>It was printed before; this one is marked as a reprint.</source>
        <translation>यह पहले छप चुका है; इस पर दोबारा छपाई का निशान होगा।</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>पिछला</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>पृष्ठ %1 / %2</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>अगला</translation>
    </message>
    <message>
        <source>The sheet, page %1</source>
        <translation>पर्चा, पृष्ठ %1</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>Print again</source>
        <translation>फिर छापें</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>Paper, printer, PDF</source>
        <translation>काग़ज़, प्रिंटर, PDF</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>जगहें</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>बुक करें</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>ध्यान दें</translation>
    </message>
    <message>
        <source>Help F1</source>
        <translation>मदद F1</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 प्रतीक्षा में</translation>
    </message>
</context>
<context>
    <name>RecordEditorPage</name>
    <message>
        <source>Look and confirm</source>
        <translation>देखें और पुष्टि करें</translation>
    </message>
    <message>
        <source>Repeat last</source>
        <translation>पिछला दोहराएँ</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>अभी कोई नहीं है।</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>टेम्पलेट</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Corrects a signed record: %1. The old version stays readable.</source>
        <translation>हस्ताक्षरित रिकॉर्ड का सुधार: %1। पुराना संस्करण पढ़ा जा सकता है।</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>समय के साथ</translation>
    </message>
</context>
<context>
    <name>RecordReadPage</name>
    <message>
        <source>Correct this record</source>
        <translation>इस रिकॉर्ड को सुधारें</translation>
    </message>
    <message>
        <source>There is a newer version.</source>
        <translation>इसका नया संस्करण है।</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Why is it corrected?</source>
        <translation>सुधार क्यों?</translation>
    </message>
    <message>
        <source>The old version stays as it is. The health network is told of the new one.</source>
        <translation>पुराना संस्करण वैसा ही रहेगा। स्वास्थ्य नेटवर्क को नए की सूचना दी जाएगी।</translation>
    </message>
    <message>
        <source>Open as a new version</source>
        <translation>नए संस्करण के रूप में खोलें</translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation>कारण दें।</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>RegistryAnswer</name>
    <message>
        <source>What HPR says</source>
        <translation>HPR क्या कहता है</translation>
    </message>
    <message>
        <source>What HFR says</source>
        <translation>HFR क्या कहता है</translation>
    </message>
    <message>
        <source>HPR knows nobody with this number.</source>
        <translation>HPR में इस नंबर का कोई नहीं है।</translation>
    </message>
    <message>
        <source>HFR knows no such facility.</source>
        <translation>HFR में ऐसी कोई संस्था नहीं है।</translation>
    </message>
    <message>
        <source>Check the entry, or ask for the certificate.</source>
        <translation>प्रविष्टि जाँचें, या प्रमाणपत्र माँगें।</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>और दिखाएँ</translation>
    </message>
    <message>
        <source>Our data</source>
        <translation>हमारा डेटा</translation>
    </message>
</context>
<context>
    <name>RegistryForm</name>
    <message>
        <source>Look up</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>HPR number</source>
        <translation>HPR नंबर</translation>
    </message>
    <message>
        <source>With it nothing else is needed.</source>
        <translation>यह हो तो और कुछ नहीं चाहिए।</translation>
    </message>
    <message>
        <source>Registration at the council</source>
        <translation>परिषद का पंजीकरण</translation>
    </message>
    <message>
        <source>Several councils may have given one number.</source>
        <translation>एक ही नंबर कई परिषदों का हो सकता है।</translation>
    </message>
    <message>
        <source>HFR number</source>
        <translation>HFR नंबर</translation>
    </message>
    <message>
        <source>Name or a part of it</source>
        <translation>नाम या उसका कोई भाग</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>स्वामित्व</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>निजी</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>सरकारी</translation>
    </message>
    <message>
        <source>Public and private</source>
        <translation>सरकारी और निजी</translation>
    </message>
</context>
<context>
    <name>RegistryPage</name>
    <message>
        <source>National registries</source>
        <translation>राष्ट्रीय रजिस्टर</translation>
    </message>
    <message>
        <source>The clinic in HFR, its doctors in HPR. Nothing is changed here before you take it over.</source>
        <translation>HFR में क्लिनिक, HPR में उसके डॉक्टर। आपके अपनाने से पहले यहाँ कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Our data</source>
        <translation>हमारा डेटा</translation>
    </message>
    <message>
        <source>Look up the doctor in HPR</source>
        <translation>डॉक्टर को HPR में खोजें</translation>
    </message>
    <message>
        <source>Look up the clinic in HFR</source>
        <translation>क्लिनिक को HFR में खोजें</translation>
    </message>
    <message>
        <source>Looking up is not set up here.</source>
        <translation>यहाँ खोज की व्यवस्था नहीं है।</translation>
    </message>
    <message>
        <source>IT sets the gateway&apos;s client and the address registry.professionalUrl; until then the numbers of the clinic file stay.</source>
        <translation>आईटी गेटवे का क्लाइंट और पता registry.professionalUrl डालता है; तब तक क्लिनिक फ़ाइल के नंबर रहते हैं।</translation>
    </message>
    <message>
        <source>IT sets the gateway&apos;s client and the address registry.facilitySearchUrl; until then the numbers of the clinic file stay.</source>
        <translation>आईटी गेटवे का क्लाइंट और पता registry.facilitySearchUrl डालता है; तब तक क्लिनिक फ़ाइल के नंबर रहते हैं।</translation>
    </message>
    <message>
        <source>The names differ. Take it over only when you are sure; our name stays as it is.</source>
        <translation>नाम अलग हैं। पक्का होने पर ही अपनाएँ; हमारा नाम वैसा ही रहेगा।</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>अपनाएँ</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>लेटरहेड</translation>
    </message>
    <message>
        <source>Choose the doctor first.</source>
        <translation>पहले डॉक्टर चुनें।</translation>
    </message>
</context>
<context>
    <name>RegistryWords</name>
    <message>
        <source>Not said</source>
        <translation>नहीं बताया</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नया</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>मिलता-जुलता</translation>
    </message>
    <message>
        <source>Our data says the same already.</source>
        <translation>हमारे डेटा में पहले से यही है।</translation>
    </message>
    <message>
        <source>No HFR number</source>
        <translation>HFR नंबर नहीं</translation>
    </message>
    <message>
        <source>Number and council known</source>
        <translation>नंबर और परिषद ज्ञात</translation>
    </message>
    <message>
        <source>Not looked up</source>
        <translation>नहीं खोजा गया</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>स्वीकृत</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>सत्यापित</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>सत्यापित नहीं</translation>
    </message>
    <message>
        <source>HFR number</source>
        <translation>HFR नंबर</translation>
    </message>
    <message>
        <source>HPR number</source>
        <translation>HPR नंबर</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>पंजीकरण</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>परिषद</translation>
    </message>
    <message>
        <source>Only an approved facility can be taken over.</source>
        <translation>केवल स्वीकृत संस्था अपनाई जा सकती है।</translation>
    </message>
    <message>
        <source>HPR has not verified this doctor yet.</source>
        <translation>HPR ने इस डॉक्टर को अभी सत्यापित नहीं किया है।</translation>
    </message>
    <message>
        <source>HPR gives no number and registration for this doctor.</source>
        <translation>HPR इस डॉक्टर का नंबर और पंजीकरण नहीं देता।</translation>
    </message>
</context>
<context>
    <name>RepairPage</name>
    <message>
        <source>What the health network compares</source>
        <translation>स्वास्थ्य नेटवर्क किसकी तुलना करता है</translation>
    </message>
    <message>
        <source>Our file</source>
        <translation>हमारी फ़ाइल</translation>
    </message>
    <message>
        <source>Health account</source>
        <translation>स्वास्थ्य खाता</translation>
    </message>
    <message>
        <source>What the health account says is not known here. Verify the ABHA again to see it.</source>
        <translation>स्वास्थ्य खाते में क्या है, यहाँ पता नहीं। देखने के लिए आभा फिर से सत्यापित करें।</translation>
    </message>
    <message>
        <source>Both agree as of the last proof. The account may have changed since: verify the ABHA again.</source>
        <translation>पिछले सत्यापन के अनुसार दोनों मिलते हैं। उसके बाद खाता बदला हो सकता है: आभा फिर से सत्यापित करें।</translation>
    </message>
    <message>
        <source>Ask the patient which is right. Correct our file, or let the patient correct the account and verify again.</source>
        <translation>मरीज़ से पूछें कि क्या सही है। हमारी फ़ाइल सुधारें, या मरीज़ अपना खाता सुधारे और फिर सत्यापित करें।</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>फिर से सत्यापित करें</translation>
    </message>
    <message>
        <source>Verify the ABHA</source>
        <translation>आभा सत्यापित करें</translation>
    </message>
    <message>
        <source>Correct our file</source>
        <translation>हमारी फ़ाइल सुधारें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Age or birth date</source>
        <translation>उम्र या जन्म तारीख़</translation>
    </message>
    <message>
        <source>46, 1980 or 12-10-1980</source>
        <translation>46, 1980 या 12-10-1980</translation>
    </message>
    <message>
        <source>Take the account&apos;s values</source>
        <translation>खाते की जानकारी लें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save and send again</source>
        <translation>सहेजें और फिर भेजें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>फ़ाइलें पढ़ी जा रही हैं</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>Scan the patient&apos;s ABHA QR</source>
        <translation>मरीज़ का आभा QR स्कैन करें</translation>
    </message>
    <message>
        <source>From the card or the ABHA app. A reader with a cable works without this window.</source>
        <translation>कार्ड या आभा ऐप से। तार वाला रीडर इस विंडो के बिना भी काम करता है।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>No camera was found on this computer.</source>
        <translation>इस कंप्यूटर पर कैमरा नहीं मिला।</translation>
    </message>
</context>
<context>
    <name>ScrollArea</name>
    <message>
        <source>Scroll</source>
        <translation>स्क्रॉल</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n मिले</numerusform>
            <numerusform>%n मिले</numerusform>
        </translation>
    </message>
    <message>
        <source>Found patients</source>
        <translation>मिले मरीज़</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>matched by</comment>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>Nobody found.</source>
        <translation>कोई नहीं मिला।</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>खोज रहे हैं</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>बुक करें</translation>
    </message>
    <message>
        <source>Register new</source>
        <translation>नया दर्ज करें</translation>
    </message>
    <message>
        <source>Register with an ABHA</source>
        <translation>आभा से पंजीकरण करें</translation>
    </message>
    <message>
        <source>Reading the list of people; a few seconds after a start.</source>
        <translation>लोगों की सूची पढ़ी जा रही है; शुरू होने के कुछ सेकंड बाद तक।</translation>
    </message>
</context>
<context>
    <name>SentToday</name>
    <message>
        <source>Sent today</source>
        <translation>आज भेजे गए पर्चे</translation>
    </message>
    <message numerus="yes">
        <source>%n opened in the app</source>
        <translation>
            <numerusform>%n ऐप में खुले</numerusform>
            <numerusform>%n ऐप में खुले</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visible in the app</source>
        <translation>
            <numerusform>%n ABHA ऐप में</numerusform>
            <numerusform>%n ABHA ऐप में</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to confirm</source>
        <translation>
            <numerusform>%n पुष्टि की प्रतीक्षा में</numerusform>
            <numerusform>%n पुष्टि की प्रतीक्षा में</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareFactsCard</name>
    <message>
        <source>Our file</source>
        <translation>हमारी फ़ाइल</translation>
    </message>
    <message>
        <source>Keep ours or take the shared value</source>
        <translation>हमारी जानकारी रखें या भेजी गई लें</translation>
    </message>
    <message>
        <source>File and scan agree</source>
        <translation>फ़ाइल और स्कैन मिलते हैं</translation>
    </message>
    <message>
        <source>Shared by the ABHA app</source>
        <translation>आभा ऐप से भेजा गया</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Number %1</source>
        <translation>नंबर %1</translation>
    </message>
    <message>
        <source>Why is it the same person?</source>
        <translation>यह वही व्यक्ति क्यों है?</translation>
    </message>
    <message>
        <source>Mobile, sex, age and name do not all agree.</source>
        <translation>मोबाइल, लिंग, उम्र और नाम पूरी तरह नहीं मिलते।</translation>
    </message>
    <message>
        <source>Not for this desk</source>
        <translation>इस डेस्क के लिए नहीं</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Register and book</source>
        <translation>पंजीकरण और बुकिंग करें</translation>
    </message>
    <message>
        <source>It is this person, book</source>
        <translation>यही व्यक्ति है, बुक करें</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>फ़ाइलें पढ़ी जा रही हैं</translation>
    </message>
    <message>
        <source>Decided already</source>
        <translation>फ़ैसला हो चुका है</translation>
    </message>
    <message>
        <source>Write why it is the same person.</source>
        <translation>लिखें कि यह वही व्यक्ति क्यों है।</translation>
    </message>
</context>
<context>
    <name>ShareWords</name>
    <message>
        <source>same ABHA number</source>
        <translation>वही आभा नंबर</translation>
    </message>
    <message>
        <source>same ABHA address</source>
        <translation>वही आभा पता</translation>
    </message>
    <message>
        <source>same mobile</source>
        <translation>वही मोबाइल</translation>
    </message>
    <message>
        <source>same sex</source>
        <translation>वही लिंग</translation>
    </message>
    <message>
        <source>same age</source>
        <translation>वही उम्र</translation>
    </message>
    <message>
        <source>name sounds alike</source>
        <translation>नाम सुनने में मिलता-जुलता</translation>
    </message>
    <message>
        <source>another ABHA number</source>
        <translation>दूसरा आभा नंबर</translation>
    </message>
    <message>
        <source>another ABHA address</source>
        <translation>दूसरा आभा पता</translation>
    </message>
    <message>
        <source>another mobile</source>
        <translation>दूसरा मोबाइल</translation>
    </message>
    <message>
        <source>another sex</source>
        <translation>दूसरा लिंग</translation>
    </message>
    <message>
        <source>another age</source>
        <translation>दूसरी उम्र</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>दूसरा नाम</translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>Scanned our QR</source>
        <translation>हमारा QR स्कैन किया</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n इंतज़ार में</numerusform>
            <numerusform>%n इंतज़ार में</numerusform>
        </translation>
    </message>
    <message>
        <source>All scans and posters</source>
        <translation>सभी स्कैन और पोस्टर</translation>
    </message>
</context>
<context>
    <name>SharesPage</name>
    <message>
        <source>Scanned our QR</source>
        <translation>हमारा QR स्कैन किया</translation>
    </message>
    <message>
        <source>QR posters</source>
        <translation>QR पोस्टर</translation>
    </message>
    <message>
        <source>Register by hand</source>
        <translation>हाथ से पंजीकरण करें</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>स्कैन</translation>
    </message>
    <message>
        <source>Nobody has scanned yet.</source>
        <translation>अभी तक किसी ने स्कैन नहीं किया।</translation>
    </message>
    <message>
        <source>Patients scan the poster with their ABHA app; they appear here with a number.</source>
        <translation>मरीज़ अपने आभा ऐप से पोस्टर स्कैन करते हैं; वे यहाँ नंबर के साथ दिखते हैं।</translation>
    </message>
    <message>
        <source>Print a QR poster</source>
        <translation>QR पोस्टर छापें</translation>
    </message>
</context>
<context>
    <name>ShrinkDialog</name>
    <message>
        <source>Shrink for screen quality?</source>
        <translation>स्क्रीन जितना साफ़ रखकर छोटा करें?</translation>
    </message>
    <message>
        <source>Only the sent copy gets smaller. The original stays in this clinic as it is.</source>
        <translation>सिर्फ़ भेजी जाने वाली प्रति छोटी होगी। असली इस क्लिनिक में जैसी है वैसी रहेगी।</translation>
    </message>
    <message>
        <source>Use the smaller copy</source>
        <translation>छोटी प्रति लें</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>पहले: %1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>बाद में: %1</translation>
    </message>
    <message>
        <source>After</source>
        <translation>बाद में</translation>
    </message>
    <message numerus="yes">
        <source>First of %n page(s). Look whether it still reads well.</source>
        <translation>
            <numerusform>%n में से पहला पन्ना। देखें कि अब भी साफ़ पढ़ा जाता है।</numerusform>
            <numerusform>%n में से पहला पन्ना। देखें कि अब भी साफ़ पढ़ा जाता है।</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>पूरा पन्ना</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>पास से देखें</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>आ रहा है</translation>
    </message>
</context>
<context>
    <name>SlotButton</name>
    <message>
        <source>Taken</source>
        <translation>भरा है</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>आपके लिए रोका गया</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>खाली</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Nadi</source>
        <translation>नाड़ी</translation>
    </message>
    <message>
        <source>No clinic is set up on this computer yet</source>
        <translation>इस कंप्यूटर पर अभी कोई क्लिनिक नहीं बनाया गया है</translation>
    </message>
    <message>
        <source>Write the clinic, its doctors and their hours into a file, as shown in docs/nadictl.md. Then let an administrator run this on this computer:</source>
        <translation>क्लिनिक, उसके डॉक्टर और उनका समय एक फ़ाइल में लिखें, जैसा docs/nadictl.md में दिखाया है। फिर इस कंप्यूटर पर प्रबंधक यह चलाए:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>नक़ल करें</translation>
    </message>
    <message>
        <source>This window goes on by itself when it is done. To look around first, start the training clinic: nadi --sandbox</source>
        <translation>यह होते ही यह खिड़की अपने आप आगे बढ़ेगी। पहले देखना हो तो अभ्यास वाला क्लिनिक शुरू करें: nadi --sandbox</translation>
    </message>
    <message>
        <source>Write down the recovery key of this clinic</source>
        <translation>इस क्लिनिक की बचाव कुंजी लिख लें</translation>
    </message>
    <message>
        <source>The clinic&apos;s data is locked with a key. When this computer breaks or its password store is lost, only these letters open a backup. Write them on paper and keep it in a safe, not on this computer.</source>
        <translation>क्लिनिक का डेटा एक कुंजी से बंद है। कंप्यूटर ख़राब हो जाए या पासवर्ड भंडार खो जाए, तो बैकअप सिर्फ़ इन अक्षरों से खुलेगा। इन्हें काग़ज़ पर लिखें और तिजोरी में रखें, इस कंप्यूटर पर नहीं।</translation>
    </message>
    <message>
        <source>From your paper: the last group, number %1</source>
        <translation>अपने काग़ज़ से: आख़िरी समूह, नंबर %1</translation>
    </message>
    <message>
        <source>This is not the last group. Please compare your paper with the screen.</source>
        <translation>यह आख़िरी समूह नहीं है। काग़ज़ को स्क्रीन से मिलाएँ।</translation>
    </message>
    <message>
        <source>Ask me at the next start</source>
        <translation>अगली बार शुरू होने पर पूछें</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>मैंने लिख लिया है</translation>
    </message>
    <message>
        <source>The clinic cannot be opened</source>
        <translation>क्लिनिक नहीं खुल रहा</translation>
    </message>
    <message>
        <source>Code for support: %1</source>
        <translation>सहायता के लिए कोड: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
</context>
<context>
    <name>StateNames</name>
    <message>
        <source>Jammu and Kashmir</source>
        <translation>जम्मू और कश्मीर</translation>
    </message>
    <message>
        <source>Himachal Pradesh</source>
        <translation>हिमाचल प्रदेश</translation>
    </message>
    <message>
        <source>Punjab</source>
        <translation>पंजाब</translation>
    </message>
    <message>
        <source>Chandigarh</source>
        <translation>चंडीगढ़</translation>
    </message>
    <message>
        <source>Uttarakhand</source>
        <translation>उत्तराखंड</translation>
    </message>
    <message>
        <source>Haryana</source>
        <translation>हरियाणा</translation>
    </message>
    <message>
        <source>Delhi</source>
        <translation>दिल्ली</translation>
    </message>
    <message>
        <source>Rajasthan</source>
        <translation>राजस्थान</translation>
    </message>
    <message>
        <source>Uttar Pradesh</source>
        <translation>उत्तर प्रदेश</translation>
    </message>
    <message>
        <source>Bihar</source>
        <translation>बिहार</translation>
    </message>
    <message>
        <source>Sikkim</source>
        <translation>सिक्किम</translation>
    </message>
    <message>
        <source>Arunachal Pradesh</source>
        <translation>अरुणाचल प्रदेश</translation>
    </message>
    <message>
        <source>Nagaland</source>
        <translation>नागालैंड</translation>
    </message>
    <message>
        <source>Manipur</source>
        <translation>मणिपुर</translation>
    </message>
    <message>
        <source>Mizoram</source>
        <translation>मिज़ोरम</translation>
    </message>
    <message>
        <source>Tripura</source>
        <translation>त्रिपुरा</translation>
    </message>
    <message>
        <source>Meghalaya</source>
        <translation>मेघालय</translation>
    </message>
    <message>
        <source>Assam</source>
        <translation>असम</translation>
    </message>
    <message>
        <source>West Bengal</source>
        <translation>पश्चिम बंगाल</translation>
    </message>
    <message>
        <source>Jharkhand</source>
        <translation>झारखंड</translation>
    </message>
    <message>
        <source>Odisha</source>
        <translation>ओडिशा</translation>
    </message>
    <message>
        <source>Chhattisgarh</source>
        <translation>छत्तीसगढ़</translation>
    </message>
    <message>
        <source>Madhya Pradesh</source>
        <translation>मध्य प्रदेश</translation>
    </message>
    <message>
        <source>Gujarat</source>
        <translation>गुजरात</translation>
    </message>
    <message>
        <source>Maharashtra</source>
        <translation>महाराष्ट्र</translation>
    </message>
    <message>
        <source>Andhra Pradesh</source>
        <translation>आंध्र प्रदेश</translation>
    </message>
    <message>
        <source>Karnataka</source>
        <translation>कर्नाटक</translation>
    </message>
    <message>
        <source>Goa</source>
        <translation>गोवा</translation>
    </message>
    <message>
        <source>Lakshadweep</source>
        <translation>लक्षद्वीप</translation>
    </message>
    <message>
        <source>Kerala</source>
        <translation>केरल</translation>
    </message>
    <message>
        <source>Tamil Nadu</source>
        <translation>तमिलनाडु</translation>
    </message>
    <message>
        <source>Puducherry</source>
        <translation>पुदुच्चेरी</translation>
    </message>
    <message>
        <source>Andaman and Nicobar Islands</source>
        <translation>अंडमान और निकोबार द्वीपसमूह</translation>
    </message>
    <message>
        <source>Telangana</source>
        <translation>तेलंगाना</translation>
    </message>
    <message>
        <source>Ladakh</source>
        <translation>लद्दाख</translation>
    </message>
    <message>
        <source>Dadra and Nagar Haveli and Daman and Diu</source>
        <translation>दादरा और नगर हवेली तथा दमन और दीव</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Home</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>बुक करें</translation>
    </message>
    <message>
        <source>Link check</source>
        <translation>जुड़ाव जाँच</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>पर्चा</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>पक्का करें</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>भेजा</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>चरण %1 / %2: %3</translation>
    </message>
</context>
<context>
    <name>SuccessPage</name>
    <message>
        <source>Next patient</source>
        <translation>अगला मरीज़</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>भेजने की स्थिति</translation>
    </message>
    <message>
        <source>Support code</source>
        <translation>सहायता कोड</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हुआ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>You need not wait here. The same story is in the patient&apos;s file.</source>
        <translation>यहाँ रुकना ज़रूरी नहीं। यही जानकारी मरीज़ की फ़ाइल में है।</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>न भेजें</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>क्या-क्या हुआ</translation>
    </message>
    <message>
        <source>Patient agrees: invite by SMS</source>
        <translation>मरीज़ सहमत है: SMS से बुलाएँ</translation>
    </message>
    <message>
        <source>Read or correct the record</source>
        <translation>रिकॉर्ड पढ़ें या सुधारें</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>काग़ज़ पर</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>टेम्पलेट</translation>
    </message>
    <message>
        <source>None yet. Give this record a name to begin from it again.</source>
        <translation>अभी कोई नहीं। इस रिकॉर्ड को नाम दें ताकि फिर इससे शुरू कर सकें।</translation>
    </message>
    <message>
        <source>Taking one replaces what is written.</source>
        <translation>चुनने पर लिखा हुआ बदल जाएगा।</translation>
    </message>
    <message>
        <source>Keep this as a template</source>
        <translation>इसे टेम्पलेट रखें</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>इसे नाम दें।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Confirmed at the clinic</source>
        <translation>क्लिनिक में पक्का किया</translation>
    </message>
    <message>
        <source>Held: waits for the clinic or the patient&apos;s ABHA</source>
        <translation>रुका है: क्लिनिक या मरीज़ के आभा की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Paused by the network; tried again by itself</source>
        <translation>नेटवर्क ने रोका; अपने आप फिर कोशिश होगी</translation>
    </message>
    <message>
        <source>Asking for permission to add records</source>
        <translation>पर्चा जोड़ने की अनुमति माँगी</translation>
    </message>
    <message>
        <source>Identity is being checked by the network</source>
        <translation>नेटवर्क पहचान जाँच रहा है</translation>
    </message>
    <message>
        <source>Waiting for a permission asked for before</source>
        <translation>पहले माँगी गई अनुमति की प्रतीक्षा</translation>
    </message>
    <message>
        <source>Permission to add records received</source>
        <translation>पर्चा जोड़ने की अनुमति मिली</translation>
    </message>
    <message>
        <source>The old permission is no longer valid; getting permission again</source>
        <translation>पुरानी अनुमति अब मान्य नहीं है; फिर से अनुमति ली जा रही है</translation>
    </message>
    <message>
        <source>Sending the record&apos;s reference</source>
        <translation>पर्चे का संदर्भ भेजा जा रहा है</translation>
    </message>
    <message>
        <source>The network took it; not in the app yet</source>
        <translation>नेटवर्क ने लिया; अभी ऐप में नहीं</translation>
    </message>
    <message>
        <source>Visible in the ABHA app</source>
        <translation>ABHA ऐप में दिख रहा है</translation>
    </message>
    <message>
        <source>Visible in the ABHA app; the answer came late</source>
        <translation>आभा ऐप में दिखता है; उत्तर देर से आया</translation>
    </message>
    <message>
        <source>The ABHA app was told of the new record</source>
        <translation>ABHA ऐप को नए पर्चे की ख़बर दी</translation>
    </message>
    <message>
        <source>The app was not told; it finds the record by itself</source>
        <translation>ऐप को सूचना नहीं मिली; वह रिकॉर्ड स्वयं ढूँढ लेगा</translation>
    </message>
    <message>
        <source>No answer to the notice; the app finds the record by itself</source>
        <translation>सूचना का उत्तर नहीं आया; ऐप रिकॉर्ड स्वयं ढूँढ लेगा</translation>
    </message>
    <message>
        <source>Opened in the ABHA app</source>
        <translation>ABHA ऐप में खुल गया</translation>
    </message>
    <message>
        <source>Sending an invitation by SMS</source>
        <translation>एसएमएस से निमंत्रण भेजा जा रहा है</translation>
    </message>
    <message>
        <source>The invitation was taken by the network</source>
        <translation>नेटवर्क ने निमंत्रण ले लिया</translation>
    </message>
    <message>
        <source>Patient invited by SMS</source>
        <translation>मरीज़ को SMS से बुलाया गया</translation>
    </message>
    <message>
        <source>No answer yet; asking again</source>
        <translation>अभी उत्तर नहीं आया; फिर पूछा जा रहा है</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>फिर कोशिश हो रही है</translation>
    </message>
    <message>
        <source>The internet is away; waiting</source>
        <translation>इंटरनेट नहीं है; प्रतीक्षा</translation>
    </message>
    <message>
        <source>A late refusal came after success; nothing changes</source>
        <translation>सफल होने के बाद देर से इनकार आया; कुछ नहीं बदलता</translation>
    </message>
    <message>
        <source>A person is needed</source>
        <translation>किसी व्यक्ति की ज़रूरत है</translation>
    </message>
    <message>
        <source>Sent again by a person</source>
        <translation>एक व्यक्ति ने फिर भेजा</translation>
    </message>
    <message>
        <source>The patient&apos;s ABHA was verified</source>
        <translation>मरीज़ का आभा सत्यापित हुआ</translation>
    </message>
    <message>
        <source>Withdrawn here</source>
        <translation>यहाँ वापस लिया गया</translation>
    </message>
    <message>
        <source>Closed without sending</source>
        <translation>भेजे बिना बंद</translation>
    </message>
    <message>
        <source>Telling the network where this clinic answers</source>
        <translation>नेटवर्क को बताया जा रहा है कि यह क्लिनिक कहाँ उत्तर देता है</translation>
    </message>
    <message>
        <source>The network knows where this clinic answers</source>
        <translation>नेटवर्क जानता है कि यह क्लिनिक कहाँ उत्तर देता है</translation>
    </message>
    <message>
        <source>Registering the clinic&apos;s service</source>
        <translation>क्लिनिक की सेवा दर्ज की जा रही है</translation>
    </message>
    <message>
        <source>Registered; waiting for proof in the listing</source>
        <translation>दर्ज हो गया; सूची में प्रमाण की प्रतीक्षा</translation>
    </message>
    <message>
        <source>The network says it is registered already</source>
        <translation>नेटवर्क के अनुसार यह पहले से दर्ज है</translation>
    </message>
    <message>
        <source>The clinic&apos;s name was simplified for the network</source>
        <translation>नेटवर्क के लिए क्लिनिक का नाम सरल किया गया</translation>
    </message>
    <message>
        <source>The network gave another service number</source>
        <translation>नेटवर्क ने दूसरी सेवा संख्या दी</translation>
    </message>
    <message>
        <source>The network lists this clinic</source>
        <translation>नेटवर्क में यह क्लिनिक दर्ज है</translation>
    </message>
    <message>
        <source>Asked again by a person</source>
        <translation>एक व्यक्ति ने फिर पूछा</translation>
    </message>
    <message>
        <source>Stopped: a person is needed</source>
        <translation>रुका: किसी व्यक्ति की ज़रूरत है</translation>
    </message>
    <message>
        <source>A person scanned the clinic&apos;s QR and got a number</source>
        <translation>किसी ने क्लिनिक का QR स्कैन किया और नंबर पाया</translation>
    </message>
    <message>
        <source>Scanned again; the number stays the same</source>
        <translation>फिर स्कैन किया; नंबर वही है</translation>
    </message>
    <message>
        <source>The phone shows the number</source>
        <translation>फ़ोन पर नंबर दिख रहा है</translation>
    </message>
    <message>
        <source>The network did not take our answer; the phone shows no number</source>
        <translation>नेटवर्क ने हमारा जवाब नहीं लिया; फ़ोन पर नंबर नहीं दिखता</translation>
    </message>
    <message>
        <source>A scan came that cannot be used</source>
        <translation>ऐसा स्कैन आया जो काम का नहीं</translation>
    </message>
    <message>
        <source>A scan came without its request number; nothing could be answered</source>
        <translation>स्कैन बिना अनुरोध संख्या के आया; जवाब नहीं दिया जा सका</translation>
    </message>
    <message>
        <source>The permission that came with the scan cannot be read</source>
        <translation>स्कैन के साथ आई अनुमति पढ़ी नहीं जा सकी</translation>
    </message>
    <message>
        <source>The phone was told which number is served now</source>
        <translation>फ़ोन को बताया गया कि अभी कौन-सा नंबर चल रहा है</translation>
    </message>
    <message>
        <source>The phone asked for the number served; there is none</source>
        <translation>फ़ोन ने चालू नंबर पूछा; अभी कोई नहीं है</translation>
    </message>
    <message>
        <source>Asking to renew the permission to add records</source>
        <translation>रिकॉर्ड जोड़ने की अनुमति का नवीनीकरण माँगा जा रहा है</translation>
    </message>
    <message>
        <source>Renewing the permission is paused; tried again by itself</source>
        <translation>अनुमति का नवीनीकरण रुका है; अपने आप फिर कोशिश होगी</translation>
    </message>
    <message>
        <source>The permission was not renewed</source>
        <translation>अनुमति का नवीनीकरण नहीं हुआ</translation>
    </message>
    <message>
        <source>The permission to add records is renewed</source>
        <translation>रिकॉर्ड जोड़ने की अनुमति का नवीनीकरण हो गया</translation>
    </message>
    <message>
        <source>The patient&apos;s app asked for records; we offered them</source>
        <translation>मरीज़ के ऐप ने रिकॉर्ड पूछे; हमने दिखाए</translation>
    </message>
    <message>
        <source>The patient&apos;s app asked for records; all are in the app already</source>
        <translation>मरीज़ के ऐप ने रिकॉर्ड पूछे; सब पहले से ऐप में हैं</translation>
    </message>
    <message>
        <source>The network did not take what the patient chose</source>
        <translation>नेटवर्क ने मरीज़ का चुनाव नहीं लिया</translation>
    </message>
    <message>
        <source>The patient&apos;s choice could not be taken up</source>
        <translation>मरीज़ के चुनाव पर काम नहीं हो सका</translation>
    </message>
    <message>
        <source>The patient chose records; sending a code</source>
        <translation>मरीज़ ने रिकॉर्ड चुने; कोड भेजा जा रहा है</translation>
    </message>
    <message>
        <source>A code went to the patient&apos;s mobile</source>
        <translation>मरीज़ के मोबाइल पर कोड गया</translation>
    </message>
    <message>
        <source>The code could not be sent</source>
        <translation>कोड नहीं भेजा जा सका</translation>
    </message>
    <message>
        <source>The patient typed a wrong or old code</source>
        <translation>मरीज़ ने गलत या पुराना कोड लिखा</translation>
    </message>
    <message>
        <source>The patient typed the right code</source>
        <translation>मरीज़ ने सही कोड लिखा</translation>
    </message>
    <message>
        <source>The patient added the records to their app</source>
        <translation>मरीज़ ने रिकॉर्ड अपने ऐप में जोड़े</translation>
    </message>
    <message>
        <source>The network did not take our answer to the patient&apos;s app</source>
        <translation>नेटवर्क ने मरीज़ के ऐप के लिए हमारा जवाब नहीं लिया</translation>
    </message>
    <message>
        <source>A question came without its request number; nothing could be answered</source>
        <translation>एक सवाल अनुरोध संख्या के बिना आया; जवाब नहीं दिया जा सका</translation>
    </message>
    <message>
        <source>The patient&apos;s app did not finish adding records</source>
        <translation>मरीज़ के ऐप ने रिकॉर्ड जोड़ना पूरा नहीं किया</translation>
    </message>
    <message>
        <source>An app asked for records; no file fits</source>
        <translation>एक ऐप ने रिकॉर्ड पूछे; कोई फ़ाइल मेल नहीं खाती</translation>
    </message>
    <message>
        <source>An app asked for records; several files fit, a person must look</source>
        <translation>एक ऐप ने रिकॉर्ड पूछे; कई फ़ाइलें मेल खाती हैं, किसी को देखना होगा</translation>
    </message>
    <message>
        <source>An app asked for records without anything the network vouches for</source>
        <translation>एक ऐप ने रिकॉर्ड पूछे, पर नेटवर्क किसी पहचान की पुष्टि नहीं करता</translation>
    </message>
    <message>
        <source>An app asked for records too often</source>
        <translation>एक ऐप ने बहुत बार रिकॉर्ड पूछे</translation>
    </message>
    <message>
        <source>An app asked for records; the answer came too late</source>
        <translation>एक ऐप ने रिकॉर्ड पूछे; जवाब बहुत देर से बना</translation>
    </message>
    <message>
        <source>The network says this ABHA was ended; it was taken off the file</source>
        <translation>नेटवर्क के अनुसार यह आभा समाप्त कर दिया गया; इसे फ़ाइल से हटा दिया गया</translation>
    </message>
    <message>
        <source>The network says this ABHA is active</source>
        <translation>नेटवर्क के अनुसार यह आभा सक्रिय है</translation>
    </message>
    <message>
        <source>The network knows that we heard it</source>
        <translation>नेटवर्क को पता है कि हमें सूचना मिल गई</translation>
    </message>
    <message>
        <source>The network did not take our answer; nothing more to do here</source>
        <translation>नेटवर्क ने हमारा उत्तर नहीं लिया; यहाँ और कुछ करना नहीं है</translation>
    </message>
    <message>
        <source>It came without its request number; nothing could be answered</source>
        <translation>यह अपने अनुरोध नंबर के बिना आया; उत्तर नहीं दिया जा सका</translation>
    </message>
    <message>
        <source>Refused together with others: it is sent again by itself</source>
        <translation>औरों के साथ अस्वीकार हुआ: अब अकेला फिर भेजा जा रहा है</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search name, mobile, ABHA or number</source>
        <translation>नाम, मोबाइल, ABHA या नंबर खोजें</translation>
    </message>
    <message>
        <source>Patient&apos;s phone</source>
        <translation>मरीज़ का फ़ोन</translation>
    </message>
</context>
<context>
    <name>VisitRow</name>
    <message>
        <source>number %1</source>
        <translation>नंबर %1</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>पहुँच गए</translation>
    </message>
</context>
<context>
    <name>VisitsCard</name>
    <message>
        <source>Visits</source>
        <translation>मुलाक़ातें</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Cancel visit</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>No visits yet. F2 books one.</source>
        <translation>अभी कोई मुलाक़ात नहीं। F2 से बुक करें।</translation>
    </message>
    <message>
        <source>Cancel this visit?</source>
        <translation>यह बुकिंग रद्द करें?</translation>
    </message>
    <message>
        <source>The time becomes free for others at once.</source>
        <translation>यह समय तुरंत दूसरों के लिए खाली हो जाएगा।</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>बुकिंग रद्द करें</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Write a reason first.</source>
        <translation>पहले कारण लिखें।</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>WaitingStage</name>
    <message>
        <source>No ABHA service is set up here</source>
        <translation>यहाँ कोई आभा सेवा नहीं जुड़ी है</translation>
    </message>
    <message>
        <source>Fetching the profile and the card</source>
        <translation>प्रोफ़ाइल और कार्ड लाए जा रहे हैं</translation>
    </message>
    <message>
        <source>Tell your administrator. Registration, booking and printing go on without it.</source>
        <translation>अपने प्रशासक को बताएँ। पंजीकरण, बुकिंग और छपाई इसके बिना चलती है।</translation>
    </message>
    <message>
        <source>It takes longer than usual. F7 goes on without; your work is saved.</source>
        <translation>सामान्य से अधिक समय लग रहा है। F7 से इसके बिना आगे बढ़ें; आपका काम सुरक्षित है।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::AbhaCard</name>
    <message>
        <source>The card is saved. It holds personal data: keep the file safe.</source>
        <translation>कार्ड सहेज लिया गया। इसमें निजी जानकारी है: फ़ाइल सुरक्षित रखें।</translation>
    </message>
    <message>
        <source>The card could not be saved there. Choose another folder.</source>
        <translation>कार्ड वहाँ नहीं सहेजा जा सका। दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>The card is with the printer.</source>
        <translation>कार्ड प्रिंटर के पास है।</translation>
    </message>
    <message>
        <source>There is no printer here. Save the card instead.</source>
        <translation>यहाँ प्रिंटर नहीं है। इसके बजाय कार्ड सहेजें।</translation>
    </message>
    <message>
        <source>The card could not be printed.</source>
        <translation>कार्ड नहीं छप सका।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::AbhaController</name>
    <message>
        <source>8 to 18 characters</source>
        <translation>8 से 18 अक्षर</translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation>अंग्रेज़ी अक्षर और अंक</translation>
    </message>
    <message>
        <source>Begins and ends with a letter or a digit</source>
        <translation>अक्षर या अंक से शुरू और समाप्त</translation>
    </message>
    <message>
        <source>At most one dot</source>
        <translation>अधिकतम एक बिंदु</translation>
    </message>
    <message>
        <source>At most one underscore</source>
        <translation>अधिकतम एक अंडरस्कोर</translation>
    </message>
    <message>
        <source>in our files: %1</source>
        <translation>हमारी फ़ाइलों में: %1</translation>
    </message>
    <message>
        <source>No more codes can be sent for this try.</source>
        <translation>इस कोशिश में और कोड नहीं भेजे जा सकते।</translation>
    </message>
    <message>
        <source>A new code can be sent in %1.</source>
        <translation>नया कोड %1 में भेजा जा सकता है।</translation>
    </message>
    <message>
        <source>A new code can be sent now.</source>
        <translation>नया कोड अभी भेजा जा सकता है।</translation>
    </message>
    <message>
        <source>Choose within %1; then the code has to be asked for again.</source>
        <translation>%1 में चुनें; उसके बाद कोड फिर मँगाना होगा।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::AddPrescriptionController</name>
    <message>
        <source>A page is still being read.</source>
        <translation>एक पन्ना अभी पढ़ा जा रहा है।</translation>
    </message>
    <message>
        <source>Add at least one page.</source>
        <translation>कम से कम एक पन्ना जोड़ें।</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>फ़ोटो</translation>
    </message>
    <message>
        <source>Page %1 cannot be read.</source>
        <translation>पन्ना %1 पढ़ा नहीं जा सकता।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::AppController</name>
    <message>
        <source>Booked at %1.</source>
        <translation>%1 में बुकिंग हो गई।</translation>
    </message>
    <message>
        <source>The visit is booked.</source>
        <translation>बुकिंग हो गई।</translation>
    </message>
    <message>
        <source>The draft is thrown away.</source>
        <translation>कच्चा पर्चा हटा दिया गया।</translation>
    </message>
    <message>
        <source>The patient is registered with the ABHA.</source>
        <translation>मरीज़ आभा के साथ पंजीकृत है।</translation>
    </message>
    <message>
        <source>The ABHA is attached.</source>
        <translation>आभा जोड़ दिया गया।</translation>
    </message>
    <message>
        <source>Care goes on without an ABHA.</source>
        <translation>इलाज आभा के बिना चलता है।</translation>
    </message>
    <message>
        <source>%1 has number %2.</source>
        <translation>%1 का नंबर %2 है।</translation>
    </message>
    <message>
        <source>The files are one now. You can undo this for 30 days.</source>
        <translation>फ़ाइलें अब एक हैं। 30 दिन तक इसे वापस कर सकते हैं।</translation>
    </message>
    <message>
        <source>They stay two people.</source>
        <translation>वे दो अलग व्यक्ति रहेंगे।</translation>
    </message>
    <message>
        <source>Corrected. Waiting records are sent again.</source>
        <translation>सुधार दिया गया। रुके रिकॉर्ड फिर भेजे जा रहे हैं।</translation>
    </message>
    <message>
        <source>Corrected. Waiting records leave when the ABHA is verified.</source>
        <translation>सुधार दिया गया। आभा सत्यापित होने पर रुके रिकॉर्ड जाएँगे।</translation>
    </message>
    <message>
        <source>The enrolment number is kept in the file.</source>
        <translation>नामांकन संख्या फ़ाइल में रख ली गई है।</translation>
    </message>
    <message>
        <source>The letterhead is saved.</source>
        <translation>लेटरहेड सहेजा गया।</translation>
    </message>
    <message>
        <source>The patient&apos;s file is saved.</source>
        <translation>मरीज़ की फ़ाइल सहेजी गई।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::AttentionController</name>
    <message>
        <source>%1, since %2, support code %3</source>
        <translation>%1, %2 से, सहायता कोड %3</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>फ़ाइल खोलें</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and number of a patient&apos;s file</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>A patient&apos;s app asked for records, and several files fit. If they are one person, merge the files.</source>
        <translation>एक मरीज़ के ऐप ने रिकॉर्ड पूछे और कई फ़ाइलें मेल खाती हैं। एक ही व्यक्ति हो तो फ़ाइलें मिलाएँ।</translation>
    </message>
    <message>
        <source>%1, asked %2</source>
        <translation>%1, %2 को पूछा</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>अलग-अलग लोग</translation>
    </message>
</context>
<context>
    <name>nadi::ui::BookingController</name>
    <message>
        <source>All doctors</source>
        <translation>सभी डॉक्टर</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n free</source>
        <translation>
            <numerusform>%1: %n खाली</numerusform>
            <numerusform>%1: %n खाली</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 with %3</source>
        <comment>day, time, doctor</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>At %1, another branch</source>
        <translation>%1 में, यह दूसरी शाखा है</translation>
    </message>
</context>
<context>
    <name>nadi::ui::ConfirmController</name>
    <message numerus="yes">
        <source>%1 of %2, %n page(s)</source>
        <translation>
            <numerusform>%2 का %1, %n पन्ने</numerusform>
            <numerusform>%2 का %1, %n पन्ने</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <comment>clinic, doctor</comment>
        <translation>%1, %2 से</translation>
    </message>
    <message>
        <source>To nobody yet: there is no ABHA in our file</source>
        <translation>अभी किसी को नहीं: फ़ाइल में ABHA नहीं है</translation>
    </message>
    <message>
        <source>To the ABHA app of %1 only, %2</source>
        <comment>name, ABHA address</comment>
        <translation>केवल %1 के ABHA ऐप में, %2</translation>
    </message>
    <message>
        <source>Label outside: “%1”</source>
        <translation>बाहर दिखने वाला नाम: “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) in screen quality; the original stays in this clinic</source>
        <translation>
            <numerusform>%n पन्ना स्क्रीन जितना साफ़; असली इसी क्लिनिक में रहता है</numerusform>
            <numerusform>%n पन्ने स्क्रीन जितने साफ़; असली इसी क्लिनिक में रहते हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 agrees to an SMS to %2 that says how to get this record with an own ABHA</source>
        <comment>name, masked mobile</comment>
        <translation>%1 सहमत हैं कि %2 पर SMS आए, जो बताए कि अपने आभा से यह रिकॉर्ड कैसे मिले</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>record type, date</comment>
        <translation>%2 का %1</translation>
    </message>
</context>
<context>
    <name>nadi::ui::ConsentsController</name>
    <message>
        <source>Nobody in our files</source>
        <translation>हमारी फ़ाइलों में कोई नहीं</translation>
    </message>
    <message>
        <source>nothing has left</source>
        <translation>कुछ नहीं गया</translation>
    </message>
    <message numerus="yes">
        <source>%n records left</source>
        <translation>
            <numerusform>%n रिकॉर्ड गया</numerusform>
            <numerusform>%n रिकॉर्ड गए</numerusform>
        </translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>उद्देश्य</translation>
    </message>
    <message>
        <source>Kinds of records</source>
        <translation>रिकॉर्ड के प्रकार</translation>
    </message>
    <message>
        <source>Records from</source>
        <translation>किस अवधि के रिकॉर्ड</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 से %2</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>दी गई</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>कब तक लागू</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>क्या रखा गया</translation>
    </message>
    <message>
        <source>Its contents were deleted when it ended. Nothing leaves under it.</source>
        <translation>समाप्त होते ही इसका विवरण मिटा दिया गया। इसके आधार पर कुछ नहीं जाता।</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>रिकॉर्ड</translation>
    </message>
</context>
<context>
    <name>nadi::ui::DayBoardController</name>
    <message numerus="yes">
        <source>%n booked</source>
        <translation>
            <numerusform>%n बुकिंग</numerusform>
            <numerusform>%n बुकिंग</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen</source>
        <translation>
            <numerusform>%n हो गए</numerusform>
            <numerusform>%n हो गए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n इंतज़ार में</numerusform>
            <numerusform>%n इंतज़ार में</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), oldest %1</source>
        <translation>
            <numerusform>%n पर्चे, सबसे पुराना %1</numerusform>
            <numerusform>%n पर्चे, सबसे पुराना %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Several files fit one person</source>
        <translation>एक व्यक्ति से कई फ़ाइलें मेल खाती हैं</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <comment>of patients&apos; apps</comment>
        <translation>
            <numerusform>%n सवाल</numerusform>
            <numerusform>%n सवाल</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::DuplicatesController</name>
    <message>
        <source>%1 and %2</source>
        <comment>two patients</comment>
        <translation>%1 और %2</translation>
    </message>
</context>
<context>
    <name>nadi::ui::IdentityController</name>
    <message>
        <source>%1 was merged into this file</source>
        <translation>%1 की फ़ाइल इसमें मिलाई गई</translation>
    </message>
    <message>
        <source>%1, linked %2</source>
        <translation>%1, %2 लिंक हुआ</translation>
    </message>
    <message>
        <source>%1, on its way</source>
        <translation>%1, रास्ते में</translation>
    </message>
    <message>
        <source>The ABHA is detached.</source>
        <translation>आभा हटा दिया गया।</translation>
    </message>
    <message numerus="yes">
        <source>The ABHA is detached. %n record(s) linked outside cannot be pulled back.</source>
        <translation>
            <numerusform>आभा हटा दिया गया। बाहर लिंक हुआ %n रिकॉर्ड वापस नहीं लिया जा सकता।</numerusform>
            <numerusform>आभा हटा दिया गया। बाहर लिंक हुए %n रिकॉर्ड वापस नहीं लिए जा सकते।</numerusform>
        </translation>
    </message>
    <message>
        <source>Every ABHA reference is gone; the medical record stays.</source>
        <translation>आभा का हर उल्लेख मिटा दिया गया; इलाज का रिकॉर्ड है।</translation>
    </message>
    <message>
        <source>The number is added.</source>
        <translation>नंबर जोड़ दिया गया।</translation>
    </message>
    <message>
        <source>The merge is undone. Both files are there again.</source>
        <translation>फ़ाइलें फिर अलग हो गईं। दोनों फ़ाइलें वापस हैं।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::LinkCheckController</name>
    <message>
        <source>Waiting for the network to confirm</source>
        <translation>नेटवर्क की पुष्टि की प्रतीक्षा</translation>
    </message>
</context>
<context>
    <name>nadi::ui::MedicineListsController</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 और %n अन्य</numerusform>
            <numerusform>%1 और %n अन्य</numerusform>
        </translation>
    </message>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Date of the list</source>
        <translation>सूची की तारीख</translation>
    </message>
    <message>
        <source>Put together from</source>
        <translation>किससे बनी</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>उत्तरदायी</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>लागू की गई</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, %2 द्वारा</translation>
    </message>
    <message>
        <source>Signed under it</source>
        <translation>इसके अंतर्गत हस्ताक्षरित</translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n रिकॉर्ड</numerusform>
            <numerusform>%n रिकॉर्ड</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>संस्करण %1, %2</translation>
    </message>
    <message>
        <source>Version %1, came with the program</source>
        <translation>संस्करण %1, प्रोग्राम के साथ आया</translation>
    </message>
    <message numerus="yes">
        <source>%n records signed under it</source>
        <translation>
            <numerusform>इसके अंतर्गत %n रिकॉर्ड हस्ताक्षरित</numerusform>
            <numerusform>इसके अंतर्गत %n रिकॉर्ड हस्ताक्षरित</numerusform>
        </translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>दवाएँ</translation>
    </message>
    <message>
        <source>%1 in all, %2 new, %3 on another list</source>
        <translation>कुल %1, %2 नई, %3 दूसरी सूची में</translation>
    </message>
    <message>
        <source>On no list any more</source>
        <translation>अब किसी सूची में नहीं</translation>
    </message>
    <message>
        <source>Stay prohibited, though the file does not name them</source>
        <translation>वर्जित रहेंगी, यद्यपि फ़ाइल में नहीं हैं</translation>
    </message>
    <message>
        <source>Version %1 judges from now on.</source>
        <translation>अब से संस्करण %1 लागू है।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::MergeController</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n मुलाक़ात</numerusform>
            <numerusform>%n मुलाक़ातें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n रिकॉर्ड</numerusform>
            <numerusform>%n रिकॉर्ड</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on the way go on under this file</source>
        <translation>
            <numerusform>रास्ते में %n रिकॉर्ड इस फ़ाइल से आगे जाएगा</numerusform>
            <numerusform>रास्ते में %n रिकॉर्ड इस फ़ाइल से आगे जाएँगे</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), which then find this file</source>
        <translation>
            <numerusform>%n नंबर, जिससे फिर यह फ़ाइल मिलेगी</numerusform>
            <numerusform>%n नंबर, जिनसे फिर यह फ़ाइल मिलेगी</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing but the name: the other file is empty.</source>
        <translation>नाम के सिवा कुछ नहीं: दूसरी फ़ाइल ख़ाली है।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::MissingPanel</name>
    <message>
        <source>Line %1</source>
        <translation>पंक्ति %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be said before it is signed</source>
        <translation>
            <numerusform>%n बात हस्ताक्षर से पहले लिखनी है</numerusform>
            <numerusform>%n बातें हस्ताक्षर से पहले लिखनी हैं</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::NetworkWatch</name>
    <message>
        <source>Health network: not reached</source>
        <translation>स्वास्थ्य नेटवर्क: नहीं मिला</translation>
    </message>
    <message>
        <source>Health network: linked, checked %1</source>
        <translation>स्वास्थ्य नेटवर्क: जुड़ा है, %1 पर जाँचा</translation>
    </message>
    <message>
        <source>Health network: clinic is being linked</source>
        <translation>स्वास्थ्य नेटवर्क: क्लिनिक जोड़ा जा रहा है</translation>
    </message>
    <message>
        <source>Health network: not linked yet</source>
        <translation>स्वास्थ्य नेटवर्क: अभी जुड़ा नहीं</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>इस कंप्यूटर की घड़ी %n मिनट आगे है।</numerusform>
            <numerusform>इस कंप्यूटर की घड़ी %n मिनट आगे है।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>इस कंप्यूटर की घड़ी %n मिनट पीछे है।</numerusform>
            <numerusform>इस कंप्यूटर की घड़ी %n मिनट पीछे है।</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sent until it is set right; records are safe here.</source>
        <translation>ठीक होने तक कुछ नहीं भेजा जाएगा; रिकॉर्ड यहाँ सुरक्षित हैं।</translation>
    </message>
    <message>
        <source>Please have it set right.</source>
        <translation>कृपया इसे ठीक करवाएँ।</translation>
    </message>
    <message>
        <source>Restored from the backup of %1.</source>
        <translation>%1 के बैकअप से बहाल किया गया।</translation>
    </message>
    <message>
        <source>Restored from a backup.</source>
        <translation>बैकअप से बहाल किया गया।</translation>
    </message>
    <message>
        <source>Compared with the health network; IT can resume it now.</source>
        <translation>स्वास्थ्य नेटवर्क से मिलान हो गया; आईटी अब इसे फिर चालू कर सकता है।</translation>
    </message>
    <message>
        <source>The health network was not reached yet to compare.</source>
        <translation>मिलान के लिए स्वास्थ्य नेटवर्क तक अभी पहुँच नहीं हुई।</translation>
    </message>
    <message>
        <source>The health network still talks to another computer: IT has to switch that off first.</source>
        <translation>स्वास्थ्य नेटवर्क अभी भी किसी दूसरे कंप्यूटर से बात करता है: आईटी को पहले उसे बंद करना होगा।</translation>
    </message>
    <message>
        <source>The health network does not list this clinic here; IT can resume and link it again.</source>
        <translation>स्वास्थ्य नेटवर्क में यह क्लिनिक यहाँ दर्ज नहीं है; आईटी इसे चालू करके फिर से जोड़ सकता है।</translation>
    </message>
    <message>
        <source>Nothing is sent until IT resumes it; records are safe here.</source>
        <translation>आईटी के फिर चालू करने तक कुछ नहीं भेजा जाता; रिकॉर्ड यहाँ सुरक्षित हैं।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::NewPatientController</name>
    <message>
        <source>Write why this is somebody else.</source>
        <translation>लिखें कि यह कोई और क्यों है।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::PatientController</name>
    <message>
        <source>Draft, saved here</source>
        <translation>कच्चा, यहाँ सुरक्षित</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>record type, date</comment>
        <translation>%2 का %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n पन्ने</numerusform>
            <numerusform>%n पन्ने</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nadi::ui::PatientSearchController</name>
    <message>
        <source>mobile %1</source>
        <translation>मोबाइल %1</translation>
    </message>
    <message>
        <source>patient number</source>
        <translation>मरीज़ नंबर</translation>
    </message>
    <message>
        <source>ABHA number</source>
        <translation>ABHA नंबर</translation>
    </message>
    <message>
        <source>ABHA %1</source>
        <translation>ABHA %1</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>जन्म %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>number of another hospital</source>
        <translation>दूसरे अस्पताल का नंबर</translation>
    </message>
</context>
<context>
    <name>nadi::ui::PostersController</name>
    <message>
        <source>Counter %1</source>
        <translation>काउंटर %1</translation>
    </message>
    <message>
        <source>Scan with your ABHA app to get your number</source>
        <translation>अपना नंबर पाने के लिए आभा ऐप से स्कैन करें</translation>
    </message>
    <message>
        <source>Open your ABHA app and choose Scan.</source>
        <translation>अपना आभा ऐप खोलें और Scan चुनें।</translation>
    </message>
    <message>
        <source>Point it at this code.</source>
        <translation>फ़ोन को इस कोड के सामने रखें।</translation>
    </message>
    <message>
        <source>Show your number here.</source>
        <translation>अपना नंबर यहाँ दिखाएँ।</translation>
    </message>
    <message>
        <source>The poster is being printed.</source>
        <translation>पोस्टर छप रहा है।</translation>
    </message>
    <message>
        <source>The poster is saved.</source>
        <translation>पोस्टर सहेजा गया।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::PrescribingPanel</name>
    <message>
        <source>Say how the consultation was held</source>
        <translation>बताएँ कि परामर्श कैसे हुआ</translation>
    </message>
    <message>
        <source>A medicine cannot be prescribed this way</source>
        <translation>एक दवा इस तरह नहीं लिखी जा सकती</translation>
    </message>
    <message>
        <source>Say why these medicines are right here</source>
        <translation>बताएँ कि ये दवाएँ यहाँ क्यों ठीक हैं</translation>
    </message>
</context>
<context>
    <name>nadi::ui::PrintController</name>
    <message>
        <source>The prescription is on its way to paper.</source>
        <translation>पर्चा छपने जा रहा है।</translation>
    </message>
    <message>
        <source>Printing since %1</source>
        <translation>%1 से छप रहा है</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>छपा %1</translation>
    </message>
    <message>
        <source>Printed %1 on %2</source>
        <translation>छपा %1, %2 पर</translation>
    </message>
    <message>
        <source>Not printed, %1</source>
        <translation>नहीं छपा, %1</translation>
    </message>
</context>
<context>
    <name>nadi::ui::RecordEditorController</name>
    <message>
        <source>Opening</source>
        <translation>खुल रहा है</translation>
    </message>
    <message>
        <source>Write at least one line.</source>
        <translation>कम से कम एक पंक्ति लिखें।</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>सहेजा जा रहा है</translation>
    </message>
    <message>
        <source>Draft saved here, %1</source>
        <translation>मसौदा यहाँ सहेजा गया, %1</translation>
    </message>
    <message>
        <source>text, no code</source>
        <translation>केवल पाठ, कोड नहीं</translation>
    </message>
    <message>
        <source>Template “%1” is saved.</source>
        <translation>टेम्पलेट “%1” सहेजा गया।</translation>
    </message>
    <message>
        <source>%1 is a favourite now.</source>
        <translation>%1 अब पसंदीदा है।</translation>
    </message>
    <message>
        <source>%1 is no favourite any more.</source>
        <translation>%1 अब पसंदीदा नहीं है।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::RecordReadController</name>
    <message>
        <source>%1 of %2</source>
        <comment>record type, date</comment>
        <translation>%2 का %1</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>सुधारा गया: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n पृष्ठ</numerusform>
            <numerusform>%n पृष्ठ</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <comment>number, time</comment>
        <translation>संस्करण %1, %2</translation>
    </message>
</context>
<context>
    <name>nadi::ui::RegistryController</name>
    <message>
        <source>Look up and choose an entry first.</source>
        <translation>पहले खोजें और एक प्रविष्टि चुनें।</translation>
    </message>
    <message>
        <source>A manager of this clinic may take it over.</source>
        <translation>इस क्लिनिक का प्रबंधक इसे अपना सकता है।</translation>
    </message>
    <message>
        <source>%1 has the registry&apos;s numbers now.</source>
        <translation>%1 में अब रजिस्टर के नंबर हैं।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::ScanController</name>
    <message>
        <source>This is a clinic&apos;s poster. Patients scan it with their ABHA app.</source>
        <translation>यह क्लिनिक का पोस्टर है। मरीज़ इसे अपने आभा ऐप से स्कैन करते हैं।</translation>
    </message>
    <message>
        <source>This code is not from an ABHA card or app.</source>
        <translation>यह कोड आभा कार्ड या ऐप का नहीं है।</translation>
    </message>
    <message>
        <source>The reader types with another keyboard layout. Use the camera, or set the reader to English.</source>
        <translation>रीडर दूसरे कीबोर्ड लेआउट से लिख रहा है। कैमरा इस्तेमाल करें, या रीडर को English पर रखें।</translation>
    </message>
    <message>
        <source>This sheet was not printed in this clinic.</source>
        <translation>यह पर्चा इस क्लिनिक में नहीं छपा था।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::ShareController</name>
    <message>
        <source>ABHA number and ABHA address are on two different files. Say which one it is.</source>
        <translation>आभा नंबर और आभा पता दो अलग फ़ाइलों में हैं। बताएँ कि कौन-सी सही है।</translation>
    </message>
    <message>
        <source>This ABHA is in our files already.</source>
        <translation>यह आभा पहले से हमारी फ़ाइलों में है।</translation>
    </message>
    <message>
        <source>We may know this person. Compare before you decide.</source>
        <translation>शायद हम इस व्यक्ति को जानते हैं। फ़ैसले से पहले तुलना करें।</translation>
    </message>
    <message>
        <source>Nobody in our files is like this person.</source>
        <translation>हमारी फ़ाइलों में ऐसा कोई व्यक्ति नहीं है।</translation>
    </message>
</context>
<context>
    <name>nadi::ui::SharesController</name>
    <message>
        <source>counter %1</source>
        <translation>काउंटर %1</translation>
    </message>
    <message numerus="yes">
        <source>scanned %n times</source>
        <translation>
            <numerusform>%n बार स्कैन किया</numerusform>
            <numerusform>%n बार स्कैन किया</numerusform>
        </translation>
    </message>
    <message>
        <source>Number has run out</source>
        <translation>नंबर का समय ख़त्म</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>फ़ाइल में है</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>नई फ़ाइल</translation>
    </message>
    <message>
        <source>Not for this desk</source>
        <translation>इस डेस्क के लिए नहीं</translation>
    </message>
    <message>
        <source>Last scan %1</source>
        <translation>पिछला स्कैन %1</translation>
    </message>
    <message>
        <source>No scan yet. Register by hand when one does not arrive.</source>
        <translation>अभी कोई स्कैन नहीं। न आए तो हाथ से पंजीकरण करें।</translation>
    </message>
    <message>
        <source>the phone shows no number, say it</source>
        <translation>फ़ोन पर नंबर नहीं दिखता, बोलकर बताएँ</translation>
    </message>
    <message>
        <source>Say the number</source>
        <translation>नंबर बोलकर बताएँ</translation>
    </message>
</context>
</TS>
